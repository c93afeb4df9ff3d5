# Compiles the sources of a module, or of its tests, as one where BICHIG_UNITY names "modules" or "tests": what they
# include costs several times what they say. The presets that `./dev test` builds do both (all modules of release take 6
# minutes of a processor to compile in the place of 12); dev and debian compile each source by itself, which shows what
# one does not include.

# How many sources at most: more take more memory and leave a processor idle.
set(BICHIG_UNITED_AT_ONCE 12)

# Sources with names of their own that another source of their module has too, and what would be hidden by them.
set(BICHIG_NOT_UNITED
  src/cli/dict/collisions.cpp src/cli/dict/lint.cpp src/cli/layout_dump.cpp
  src/c/edit.cpp src/c/edit_paint.cpp src/c/edit_view.cpp src/c/lexicon.cpp src/c/pages.cpp
  src/lexicon/hunspell_files.cpp src/lexicon/paradigm_tables.cpp src/lexicon/queue.cpp src/script/legacy/detect.cpp
  src/script/legacy/letter_styles.cpp src/script/legacy/menksoft.cpp src/script/legacy/reader.cpp
  src/script/legacy/to_menksoft.cpp src/script/legacy/word.cpp src/script/legacy/z52.cpp
  src/qt/glyph_masks.cpp src/qt/label.cpp src/qt/page_view_text.cpp
  src/script/numbers/spoken.cpp src/script/transliteration/letters.cpp src/spell/checker/judge.cpp
  src/spell/checker/suffix_forms.cpp src/spell/checker/words.cpp src/text/breaks.cpp
  src/text/collation/collation.cpp src/text/scripts.cpp
  tests/layout/long_paragraph_test.cpp tests/notice/arrange_test.cpp tests/notice/kinds_test.cpp
  tests/paginate/faces_test.cpp tests/script/legacy_test.cpp tests/shape/word_cache_test.cpp
  tests/spell/shape_index_test.cpp
  tests/text/order_properties_test.cpp tests/text/properties_test.cpp)
list(TRANSFORM BICHIG_NOT_UNITED PREPEND ${PROJECT_SOURCE_DIR}/)

function(bichig_unite target kind)
  if(NOT kind IN_LIST BICHIG_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${BICHIG_UNITED_AT_ONCE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)  # it takes the one file for a header
  endif()
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    if(source IN_LIST BICHIG_NOT_UNITED)
      set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
  endforeach()
endfunction()
