#include "app/terminal/history_file.hpp"

#include "app/diagnostics.hpp"
#include "app/terminal/state_folder.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace tally {

namespace {

// Returns -1 for anything but a file that can keep lines.
int open_private(const std::string& path) {
  auto fd = open(
      path.c_str(),
      O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);
  struct stat status {};
  if (fd < 0 || fstat(fd, &status) != 0) {
    complain("Cannot open '" + path + "': " + system_reason(errno)
             + ". The lines you type will not be kept; name another file in"
               " TALLY_HISTFILE, or set it to nothing.");
    return fd;
  }
  if (!S_ISREG(status.st_mode)) {
    close(fd);
    return -1;
  }
  if ((status.st_mode & 0077) != 0)
    fchmod(fd, 0600);
  return fd;
}

void write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    auto n = write(fd, text.data(), text.size());
    if (n < 0 && errno != EINTR)
      return;
    text.remove_prefix(n > 0 ? static_cast<size_t>(n) : 0);
  }
}

} // namespace

std::string history_path(const char* own, const char* state_home,
                         const char* home) {
  if (own)
    return own;
  auto folder = state_folder(state_home, home);
  return folder.empty() ? folder : folder + "/history";
}

history_file::history_file(const std::string& path) {
  if (path.empty())
    return;
  make_folders(std::filesystem::path{path}.parent_path());
  fd_ = open_private(path);
}

history_file::~history_file() {
  if (fd_ >= 0)
    close(fd_);
}

std::vector<std::string> history_file::lines() const {
  std::vector<std::string> result;
  auto text = this->text();
  size_t start = 0;
  for (size_t end; (end = text.find('\n', start)) != text.npos; start = end + 1)
    result.push_back(text.substr(start, end - start));
  if (result.size() > most_lines) {
    auto surplus = result.size() - most_lines;
    result.erase(result.begin(), result.begin() + static_cast<long>(surplus));
    if (surplus > most_lines)
      shorten(result);
  }
  return result;
}

void history_file::append(std::string_view line) const {
  if (fd_ < 0)
    return;
  // One write, so that lines of two programs do not mix.
  write_all(fd_, std::string{line} + '\n');
}

std::string history_file::text() const {
  std::string result;
  std::array<char, 64 * 1024> piece;
  ssize_t n = 0;
  while ((n = pread(fd_, piece.data(), piece.size(),
                    static_cast<off_t>(result.size())))
         > 0)
    result.append(piece.data(), static_cast<size_t>(n));
  return result;
}

void history_file::shorten(const std::vector<std::string>& lines) const {
  std::string text;
  for (auto& line : lines)
    text.append(line).append("\n");
  if (ftruncate(fd_, 0) == 0)
    write_all(fd_, text);
}

} // namespace tally
