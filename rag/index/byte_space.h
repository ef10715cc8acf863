// Vectors of one byte a number as hnswlib wants to compare them: distance 1 - cosine of what VectorForm::Int8
// keeps. Included by one source alone, since hnswlib defines functions in its headers.
#pragma once

#include <hnswlib/hnswlib.h>

#include <cstring>

#include "engine/vectors.h"
#include "rag/vector_form.h"

namespace hearth::rag {

class ByteSpace : public hnswlib::SpaceInterface<float> {
  public:
    explicit ByteSpace(int width) : form_{width, engine::vectorKernels().dotInt8} {}
    size_t get_data_size() override { return packedSize(VectorForm::Int8, static_cast<int>(form_.width)); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return &distance; }
    void* get_dist_func_param() override { return &form_; }

  private:
    struct Form {
        std::int64_t width;
        std::int32_t (*dot)(const std::int8_t*, const std::int8_t*, std::int64_t);
    };

    static float distance(const void* a, const void* b, const void* form) {
        const auto* f = static_cast<const Form*>(form);
        const auto* x = static_cast<const char*>(a);
        const auto* y = static_cast<const char*>(b);
        float scales[2];
        std::memcpy(&scales[0], x, sizeof(float));
        std::memcpy(&scales[1], y, sizeof(float));
        const std::int32_t sum = f->dot(reinterpret_cast<const std::int8_t*>(x + sizeof(float)),
                                        reinterpret_cast<const std::int8_t*>(y + sizeof(float)), f->width);
        return 1 - scales[0] * scales[1] * static_cast<float>(sum);
    }

    Form form_;
};

}  // namespace hearth::rag
