// A feed-forward layer of experts, of which each token uses the few that a router chooses (Shazeer et al.
// 2017; Jiang et al. 2024). Immutable once loaded.
#pragma once

#include <string>
#include <vector>

#include "models/linear.h"
#include "models/pass.h"

namespace hearth::engine {

// What the router's scores become.
enum class Gating {
    Softmax,          // over all experts
    Sigmoid,          // of each alone
    SoftmaxOfChosen,  // over the chosen ones
    SoftmaxOfRivals   // of each chosen one over those not chosen before it that come close to it
};

struct ExpertsPlan {
    int count = 0;  // 0: no experts
    int used = 0;   // by each token
    int hidden = 0;
    GatedUnit unit = GatedUnit::Silu;
    bool gated = true;  // otherwise down(activation(up in)), without the tensors of gates
    Gating gating = Gating::Softmax;
    bool normalize = true;     // the weights of the chosen are divided by their sum
    float scale = 1;           // of the weights
    int groups = 1;            // experts lie in this many groups, …
    int groupsUsed = 1;        // … and only those of the best ones are chosen from
    bool weighsInput = false;  // the weights count before the activation instead of behind the experts
    int sharedHidden = 0;      // of one more expert that all tokens use; 0: there is none
};

class Experts {
  public:
    // Tensors prefix + "ffn_gate_inp", "ffn_gate_exps" and "ffn_up_exps" or both as "ffn_gate_up_exps",
    // "ffn_down_exps"; where the file has it, "exp_probs_b", which counts for the choice but not for the
    // weights; of the shared expert "ffn_gate_shexp", "ffn_up_shexp", "ffn_down_shexp" and, where the file
    // has it, "ffn_gate_inp_shexp", whose sigmoid is its weight.
    void load(WeightsReader& reader, const std::string& prefix, int embedding, const ExpertsPlan& plan);

    // out = Σ over the chosen experts of their weight times down(activation(gate in) * up in), and what the
    // shared one gives. in, out: [pass.n, embedding], not the same. `routed`: what the router sees, usually
    // `in`. False if it was cancelled.
    bool compute(const Pass& pass, const float* routed, const float* in, float* out) const;

  private:
    struct Choice {
        int token;
        float weight;
    };
    using Choices = std::vector<std::vector<Choice>>;  // by expert
    void score(const Pass& pass, const float* routed, float* scores) const;
    void choose(const float* scores, int token, Choices& chosen) const;
    std::vector<float> weigh(const float* scores, const std::vector<std::size_t>& chosen) const;
    void excludeGroups(std::vector<float>& preference) const;
    float inputWeight(const Choice& choice) const { return plan_.weighsInput ? choice.weight : 1; }
    float outputWeight(const Choice& choice) const { return plan_.weighsInput ? 1 : choice.weight; }
    void let(const Pass& pass, float* gate, const float* up, std::int64_t count) const;
    void addForOneToken(const Pass& pass, const Choices& chosen, const float* in, float* out) const;
    void addExpert(const Pass& pass, std::size_t expert, const std::vector<Choice>& tokens, const float* in,
                   float* out) const;
    void addShared(const Pass& pass, const float* in, float* out) const;

    ExpertsPlan plan_;
    std::int64_t embedding_ = 0;
    Linear router_;                              // [experts, embedding]
    std::vector<Linear> gate_, up_;              // experts × [hidden, embedding]
    std::vector<Linear> down_;                   // experts × [embedding, hidden]
    std::vector<float> preference_;              // [experts], added for the choice, or empty
    Linear sharedGate_, sharedUp_, sharedDown_;  // as of one expert, or empty
    std::vector<float> sharedWeight_;            // [embedding], or empty
};

}  // namespace hearth::engine
