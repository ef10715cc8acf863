a.cpp
#include <x>

    // Adds.
    template <typename T>
    int add(T a) {
    return a;
}

class B {};
