/* The C interface of Bichig: all of its headers. Begin with the preface in base.h. */
#ifndef BICHIG_C_BICHIG_H
#define BICHIG_C_BICHIG_H

#include <bichig/c/base.h>
#include <bichig/c/text.h>
#include <bichig/c/language.h>
#include <bichig/c/conversion.h>
#include <bichig/c/numbers.h>
#include <bichig/c/fonts.h>
#include <bichig/c/layout.h>
#include <bichig/c/document.h>
#include <bichig/c/label.h>
#include <bichig/c/dictionary.h>
#include <bichig/c/personal.h>
#include <bichig/c/spelling.h>
#include <bichig/c/lexicon.h>
#include <bichig/c/page.h>
#include <bichig/c/pages.h>
#include <bichig/c/pdf.h>
#include <bichig/c/edit.h>
#include <bichig/c/edit_text.h>
#include <bichig/c/edit_view.h>

#endif
