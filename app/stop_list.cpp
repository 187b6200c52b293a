#include "app/stop_list.hpp"

#include "actors/rules/word_filter.hpp"
#include "actors/text/tokenizer.hpp"
#include "app/diagnostics.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>

namespace tally {

namespace {

const std::string package_folder = "/usr/share/perl5/Lingua/StopWords/";

struct closer {
  void operator()(std::FILE* file) const {
    std::fclose(file);
  }
};

// Returns nothing, and sets `errno`, if the file cannot be read to its end.
std::optional<std::string> content_of(const std::string& path) {
  std::unique_ptr<std::FILE, closer> file{std::fopen(path.c_str(), "rb")};
  if (!file)
    return std::nullopt;
  std::string result;
  char buffer[4096];
  while (auto n = std::fread(buffer, 1, sizeof(buffer), file.get()))
    result.append(buffer, n);
  if (std::ferror(file.get()))
    return std::nullopt;
  return result;
}

bool is_language(const std::string& name) {
  return name.size() == 2 && name[0] >= 'a' && name[0] <= 'z' && name[1] >= 'a'
         && name[1] <= 'z';
}

// The words stand in the only list of words in a Perl module.
std::vector<std::string> words_of_module(std::string_view module) {
  std::vector<std::string> result;
  auto first = module.find("qw(", module.find("sub _stopwords"));
  if (first != module.npos) {
    first += 3;
    auto size = module.find(')', first) - first;
    for_each_word(module.substr(first, size),
                  [&](std::string_view word) { result.emplace_back(word); });
  }
  return result;
}

std::vector<std::string> list_of_language(const std::string& code) {
  std::string module{static_cast<char>(code[0] - 'a' + 'A'),
                     static_cast<char>(code[1] - 'a' + 'A')};
  std::vector<std::string> result;
  if (auto text = content_of(package_folder + module + ".pm"))
    result = words_of_module(*text);
  if (result.empty())
    throw std::runtime_error{"There is neither a file '" + code
                             + "' nor a list of stop words for"
                               " that language. Debian's package "
                               "liblingua-stopwords-perl has some."};
  return result;
}

} // namespace

std::vector<std::string> read_stop_list(const std::string& name) {
  auto text = content_of(name);
  auto reason = errno;
  if (text)
    return parse_word_list(*text);
  if (reason == ENOENT && is_language(name))
    return list_of_language(name);
  throw std::runtime_error{"cannot read the stop words in '" + name
                           + "': " + system_reason(reason) + '.'};
}

} // namespace tally
