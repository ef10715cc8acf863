// Asking work to stop. A CancelSource is held by who may stop it, CancelTokens by who works; tokens are
// cheap to copy, may be read from any thread, and a default-made one is never cancelled.
#pragma once

#include <atomic>
#include <memory>

namespace hearth::base {

class CancelToken {
  public:
    CancelToken() = default;
    bool cancelled() const { return flag_ && flag_->load(std::memory_order_relaxed); }

  private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<std::atomic<bool>> flag) : flag_(std::move(flag)) {}
    std::shared_ptr<std::atomic<bool>> flag_;
};

class CancelSource {
  public:
    CancelSource() : flag_(std::make_shared<std::atomic<bool>>(false)) {}
    CancelToken token() const { return CancelToken(flag_); }
    void cancel() { flag_->store(true, std::memory_order_relaxed); }

  private:
    std::shared_ptr<std::atomic<bool>> flag_;
};

}  // namespace hearth::base
