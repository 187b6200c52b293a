#include "app/input/decoders.hpp"

#include <bzlib.h>
#include <lzma.h>
#include <new>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

namespace tally {

namespace {

// All but zstd come with a struct of the same shape.
template <class Stream, class Step>
auto advance(Stream& stream, std::span<const char>& in, std::span<char>& out,
             Step step) {
  stream.next_in = reinterpret_cast<decltype(stream.next_in)>(
      const_cast<char*>(in.data()));
  stream.next_out = reinterpret_cast<decltype(stream.next_out)>(out.data());
  stream.avail_in = static_cast<decltype(stream.avail_in)>(in.size());
  stream.avail_out = static_cast<decltype(stream.avail_out)>(out.size());
  auto result = step();
  in = in.last(stream.avail_in);
  out = out.last(stream.avail_out);
  return result;
}

class gzip_decoder : public decoder {
public:
  gzip_decoder() {
    constexpr auto gzip_only = 16;
    if (inflateInit2(&stream_, gzip_only + MAX_WBITS) != Z_OK)
      throw std::bad_alloc{};
  }

  ~gzip_decoder() override {
    inflateEnd(&stream_);
  }

  decoding decode(std::span<const char>& in, std::span<char>& out) override {
    auto step = [this] { return inflate(&stream_, Z_NO_FLUSH); };
    switch (advance(stream_, in, out, step)) {
    case Z_OK:
    case Z_BUF_ERROR: // no progress was possible
      return decoding::goes_on;
    case Z_STREAM_END:
      return decoding::ended;
    case Z_MEM_ERROR:
      throw std::bad_alloc{};
    default:
      return decoding::damaged;
    }
  }

private:
  z_stream stream_{};
};

class bzip2_decoder : public decoder {
public:
  bzip2_decoder() {
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK)
      throw std::bad_alloc{};
  }

  ~bzip2_decoder() override {
    BZ2_bzDecompressEnd(&stream_);
  }

  decoding decode(std::span<const char>& in, std::span<char>& out) override {
    auto step = [this] { return BZ2_bzDecompress(&stream_); };
    switch (advance(stream_, in, out, step)) {
    case BZ_OK:
      return decoding::goes_on;
    case BZ_STREAM_END:
      return decoding::ended;
    case BZ_MEM_ERROR:
      throw std::bad_alloc{};
    default:
      return decoding::damaged;
    }
  }

private:
  bz_stream stream_{};
};

class xz_decoder : public decoder {
public:
  xz_decoder() {
    // Four times what a file made with "xz -9" needs.
    constexpr uint64_t most_memory = 256 * 1024 * 1024;
    if (lzma_stream_decoder(&stream_, most_memory, 0) != LZMA_OK)
      throw std::bad_alloc{};
  }

  ~xz_decoder() override {
    lzma_end(&stream_);
  }

  decoding decode(std::span<const char>& in, std::span<char>& out) override {
    auto step = [this] { return lzma_code(&stream_, LZMA_RUN); };
    switch (advance(stream_, in, out, step)) {
    case LZMA_OK:
    case LZMA_BUF_ERROR: // no progress was possible
      return decoding::goes_on;
    case LZMA_STREAM_END:
      return decoding::ended;
    case LZMA_MEMLIMIT_ERROR:
      return decoding::needs_memory;
    case LZMA_MEM_ERROR:
      throw std::bad_alloc{};
    default:
      return decoding::damaged;
    }
  }

private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

class zstd_decoder : public decoder {
public:
  zstd_decoder() {
    if (!context_)
      throw std::bad_alloc{};
  }

  decoding decode(std::span<const char>& in, std::span<char>& out) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    auto result = ZSTD_decompressStream(context_.get(), &to, &from);
    in = in.subspan(from.pos);
    out = out.subspan(to.pos);
    if (!ZSTD_isError(result))
      return result == 0 ? decoding::ended : decoding::goes_on;
    switch (ZSTD_getErrorCode(result)) {
    case ZSTD_error_frameParameter_windowTooLarge:
      return decoding::needs_memory;
    case ZSTD_error_memory_allocation:
      throw std::bad_alloc{};
    default:
      return decoding::damaged;
    }
  }

private:
  using deleter = decltype([](ZSTD_DCtx* x) { ZSTD_freeDCtx(x); });

  std::unique_ptr<ZSTD_DCtx, deleter> context_{ZSTD_createDCtx()};
};

} // namespace

std::unique_ptr<decoder> make_bzip2_decoder() {
  return std::make_unique<bzip2_decoder>();
}

std::unique_ptr<decoder> make_gzip_decoder() {
  return std::make_unique<gzip_decoder>();
}

std::unique_ptr<decoder> make_xz_decoder() {
  return std::make_unique<xz_decoder>();
}

std::unique_ptr<decoder> make_zstd_decoder() {
  return std::make_unique<zstd_decoder>();
}

} // namespace tally
