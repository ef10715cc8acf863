// The decoders that can be run: one file each, which reads from metadata what its layers are made of. Their
// names stand in registry.cpp.
#pragma once

#include "models/decoder_plan.h"

namespace hearth::engine {

DecoderPlan planAfmoe(Parameters& parameters);
DecoderPlan planApertus(Parameters& parameters);
DecoderPlan planArcee(Parameters& parameters);
DecoderPlan planBaichuan(Parameters& parameters);
DecoderPlan planBailingMoe(Parameters& parameters);
DecoderPlan planBailingMoe2(Parameters& parameters);
DecoderPlan planBitNet(Parameters& parameters);
DecoderPlan planBloom(Parameters& parameters);
DecoderPlan planCohere2(Parameters& parameters);
DecoderPlan planCohere2Moe(Parameters& parameters);
DecoderPlan planCommandR(Parameters& parameters);
DecoderPlan planDbrx(Parameters& parameters);
DecoderPlan planDeci(Parameters& parameters);
DecoderPlan planDeepSeek(Parameters& parameters);
DecoderPlan planDeepSeek2(Parameters& parameters);
DecoderPlan planDeepSeekOcr(Parameters& parameters);
DecoderPlan planDots1(Parameters& parameters);
DecoderPlan planErnieMoe(Parameters& parameters);
DecoderPlan planExaone4(Parameters& parameters);
DecoderPlan planExaoneMoe(Parameters& parameters);
DecoderPlan planFalcon(Parameters& parameters);
DecoderPlan planFalconH1(Parameters& parameters);
DecoderPlan planGemma(Parameters& parameters);
DecoderPlan planGemma2(Parameters& parameters);
DecoderPlan planGemma3(Parameters& parameters);
DecoderPlan planGemma3n(Parameters& parameters);
DecoderPlan planGemma4(Parameters& parameters);
DecoderPlan planGlm4(Parameters& parameters);
DecoderPlan planGlm4Moe(Parameters& parameters);
DecoderPlan planGpt2(Parameters& parameters);
DecoderPlan planGptNeoX(Parameters& parameters);
DecoderPlan planGptOss(Parameters& parameters);
DecoderPlan planGranite(Parameters& parameters);
DecoderPlan planGraniteHybrid(Parameters& parameters);
DecoderPlan planGraniteSwa(Parameters& parameters);
DecoderPlan planHunyuanDense(Parameters& parameters);
DecoderPlan planHunyuanMoe(Parameters& parameters);
DecoderPlan planInternLm2(Parameters& parameters);
DecoderPlan planJais(Parameters& parameters);
DecoderPlan planJamba(Parameters& parameters);
DecoderPlan planLfm2(Parameters& parameters);
DecoderPlan planLlama(Parameters& parameters);
DecoderPlan planLlama4(Parameters& parameters);
DecoderPlan planMaincoder(Parameters& parameters);
DecoderPlan planMamba(Parameters& parameters);
DecoderPlan planMamba2(Parameters& parameters);
DecoderPlan planMiniCpm(Parameters& parameters);
DecoderPlan planMiniCpm3(Parameters& parameters);
DecoderPlan planMiniMaxM2(Parameters& parameters);
DecoderPlan planMistral3(Parameters& parameters);
DecoderPlan planMpt(Parameters& parameters);
DecoderPlan planNemotron(Parameters& parameters);
DecoderPlan planNemotronH(Parameters& parameters);
DecoderPlan planOlmo(Parameters& parameters);
DecoderPlan planOlmo2(Parameters& parameters);
DecoderPlan planOlmoe(Parameters& parameters);
DecoderPlan planOrion(Parameters& parameters);
DecoderPlan planPhi2(Parameters& parameters);
DecoderPlan planPhi3(Parameters& parameters);
DecoderPlan planPhiMoe(Parameters& parameters);
DecoderPlan planPlamo(Parameters& parameters);
DecoderPlan planPlm(Parameters& parameters);
DecoderPlan planQwen(Parameters& parameters);
DecoderPlan planQwen2(Parameters& parameters);
DecoderPlan planQwen2Moe(Parameters& parameters);
DecoderPlan planQwen3(Parameters& parameters);
DecoderPlan planQwen35(Parameters& parameters);
DecoderPlan planQwen3Moe(Parameters& parameters);
DecoderPlan planQwen3Next(Parameters& parameters);
DecoderPlan planQwen3Vl(Parameters& parameters);
DecoderPlan planQwen3VlMoe(Parameters& parameters);
DecoderPlan planRefact(Parameters& parameters);
DecoderPlan planRwkv7(Parameters& parameters);
DecoderPlan planSeedOss(Parameters& parameters);
DecoderPlan planSmallThinker(Parameters& parameters);
DecoderPlan planSmolLm3(Parameters& parameters);
DecoderPlan planStableLm(Parameters& parameters);
DecoderPlan planStarCoder2(Parameters& parameters);

}  // namespace hearth::engine
