a.py
import x

@x
def f():
    return 1

class C:
    y = 1
