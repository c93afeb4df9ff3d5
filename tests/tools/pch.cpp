// Carries the precompiled headers of the test programs; there is nothing to run.
int main() {}
