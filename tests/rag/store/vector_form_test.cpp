#include "rag/vector_form.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hearth::rag {
namespace {

TEST(VectorForm, KeepsVectorsAsExactlyAsItSays) {
    std::vector<float> vector(37);
    for (std::size_t i = 0; i < vector.size(); ++i) vector[i] = std::sin(static_cast<float>(i)) / 4;
    struct Case {
        VectorForm form;
        std::size_t bytes;
        float error;
    };
    for (const Case& c : {Case{VectorForm::Float32, 148, 0}, Case{VectorForm::Float16, 74, 1e-4f},
                          Case{VectorForm::Int8, 41, 1e-3f}}) {
        const auto data = pack(c.form, vector);
        EXPECT_EQ(data.size(), c.bytes);
        EXPECT_EQ(packedSize(c.form, 37), c.bytes);
        std::vector<float> back(37);
        unpack(c.form, data, back);
        float expected = 0;
        for (std::size_t i = 0; i < back.size(); ++i) {
            EXPECT_NEAR(back[i], vector[i], c.error) << toString(c.form) << " " << i;
            expected += vector[i] * vector[i];
        }
        EXPECT_NEAR(dot(c.form, vector, data), expected, 37 * c.error + 1e-5f);
        EXPECT_EQ(vectorForm(toString(c.form)), c.form);
    }
    EXPECT_FALSE(vectorForm("float8"));
}

TEST(VectorForm, ZerosStayZeros) {
    const std::vector<float> zeros(8);
    std::vector<float> back(8, 1);
    unpack(VectorForm::Int8, pack(VectorForm::Int8, zeros), back);
    EXPECT_EQ(back, zeros);
}

}  // namespace
}  // namespace hearth::rag
