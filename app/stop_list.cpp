#include "app/stop_list.hpp"

#include "actors/rules/word_filter.hpp"
#include "actors/text/tokenizer.hpp"
#include "app/input/open_input.hpp"

#include <filesystem>
#include <stdexcept>

namespace tally {

namespace {

const std::string package_folder = "/usr/share/perl5/Lingua/StopWords/";

std::string content_of(const std::string& path) {
  input_totals not_told;
  reading to_the_end;
  auto source = open_file(path, not_told, to_the_end);
  std::string result;
  char buffer[4096];
  while (auto n = source->read(buffer, sizeof(buffer)))
    result.append(buffer, n);
  if (auto failure = source->failure(); !failure.empty())
    throw std::runtime_error{"The list of stop words '" + path + "' "
                             + failure};
  return result;
}

// A file that nobody may look for is not there.
bool exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
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
  auto path = package_folder + module + ".pm";
  std::vector<std::string> result;
  if (exists(path))
    result = words_of_module(content_of(path));
  if (result.empty())
    throw std::runtime_error{"There is neither a file '" + code
                             + "' nor a list of stop words for"
                               " that language. Debian's package "
                               "liblingua-stopwords-perl has some."};
  return result;
}

} // namespace

std::vector<std::string> read_stop_list(const std::string& name) {
  if (is_language(name) && !exists(name))
    return list_of_language(name);
  return parse_word_list(content_of(name));
}

} // namespace tally
