// Kinds of options that CLI11 does not have as they are wanted here.

#pragma once

#include <CLI/CLI.hpp>

#include <charconv>
#include <map>
#include <string>
#include <vector>

namespace tally {

/// Adds an option that takes a decimal number of at least `least`.
template <class T>
CLI::Option* add_number(CLI::App& app, const std::string& names, T& target,
                        T least, T most, const std::string& help) {
  auto store = [=, &target](const std::string& text) {
    auto end = text.data() + text.size();
    auto [rest, error] = std::from_chars(text.data(), end, target);
    if (error != std::errc{} || rest != end || target < least || target > most)
      throw CLI::ValidationError{names.substr(names.find(',') + 1),
                                 "'" + text + "' is not a number from "
                                     + std::to_string(least) + " to "
                                     + std::to_string(most)};
  };
  return app.add_option_function<std::string>(names, store, help);
}

/// Adds an option that takes any text; `if_empty` tells why not an empty one.
inline CLI::Option* add_text(CLI::App& app, const std::string& names,
                             std::string& target, const std::string& help,
                             const std::string& if_empty) {
  auto store = [=, &target](const std::string& text) {
    if (text.empty())
      throw CLI::ValidationError{names.substr(names.find(',') + 1), if_empty};
    target = text;
  };
  return app.add_option_function<std::string>(names, store, help);
}

/// Adds an option that takes one of the keys of `choices`.
template <class T>
CLI::Option* add_choice(CLI::App& app, const std::string& names, T& target,
                        const std::map<std::string, T>& choices,
                        const std::string& help) {
  std::vector<std::string> keys;
  for (auto& [key, value] : choices)
    keys.push_back(key);
  auto store = [&target, choices](const std::string& key) {
    target = choices.at(key);
  };
  return app.add_option_function<std::string>(names, store, help)
      ->check(CLI::IsMember(keys).description(""));
}

} // namespace tally
