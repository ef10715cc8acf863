// Writes a model of random weights for programs that must have one: tiny_model_file FILE
#include "fakes/tiny_model.h"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    hearth::tests::TinyModel tiny;
    tiny.context = 1024;
    tiny.write(argv[1]);
    return 0;
}
