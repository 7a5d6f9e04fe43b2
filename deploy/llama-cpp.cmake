# Included by CMake right after llama.cpp's own project() call (CMAKE_PROJECT_llama.cpp_INCLUDE).
# llama-cpp-python forces the "common" library on, the slowest part to compile and one that its
# Python binding never loads. A normal variable set here outranks that cache entry.
set(LLAMA_BUILD_COMMON OFF)
