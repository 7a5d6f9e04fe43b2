# Included by CMake right after llama.cpp's own project() call (CMAKE_PROJECT_llama.cpp_INCLUDE).
# llama-cpp-python forces the "common" library on, the slowest part to compile and one that its
# Python binding never loads. A normal variable set here outranks that cache entry.
set(LLAMA_BUILD_COMMON OFF)

# Attention for many answers at once (attention.cpp in this folder), called in place of ggml's own, which it calls where
# it is not made for a case.
set(KI_WERKSTATT_DEPLOY ${CMAKE_CURRENT_LIST_DIR})
function(ki_werkstatt_add_attention)
    target_sources(ggml-cpu PRIVATE ${KI_WERKSTATT_DEPLOY}/attention.cpp)
    get_target_property(folder ggml-cpu SOURCE_DIR)
    set_source_files_properties(${folder}/ggml-cpu/ggml-cpu.c
        TARGET_DIRECTORY ggml-cpu
        PROPERTIES COMPILE_DEFINITIONS ggml_compute_forward_flash_attn_ext=ki_werkstatt_flash_attn_ext)
endfunction()
cmake_language(DEFER CALL ki_werkstatt_add_attention)
