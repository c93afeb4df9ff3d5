/* The C interface of Bichig, fonts: which face serves what, from files, folders and memory. */
#ifndef BICHIG_C_FONTS_H
#define BICHIG_C_FONTS_H

#include <bichig/c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A font file in memory; its bytes are copied. */
typedef struct bichig_memory_font {
    const void *bytes;
    size_t size;
    const char *name; /* what messages call it; may be NULL */
} bichig_memory_font;

/* A face that serves a role: "mongolian", "mongolian-title", "han-fangsong", "han-song", "han-hei", "han-kai",
 * "han-title", "latin", "emoji", "fallback", "cyrillic", "tibetan", "phags-pa", "colour-emoji". */
typedef struct bichig_role {
    const char *role;
    const char *name; /* family, full name or PostScript name */
} bichig_role;

/* Who chooses the forms of Mongolian letters. */
typedef enum bichig_policy {
    BICHIG_POLICY_AUTOMATIC = 0, /* the font, but the written-unit engine where the font is known to be wrong */
    BICHIG_POLICY_FONT = 1,
    BICHIG_POLICY_UNITS = 2
} bichig_policy;

typedef struct bichig_font_options {
    size_t size;
    const char *staged;         /* folder with the fonts that Bichig was installed with; NULL: without them */
    const char *const *folders; /* more folders: every font file in them and below */
    size_t folder_count;
    const bichig_memory_font *memory;
    size_t memory_count;
    const bichig_role *roles;
    size_t role_count;
    int system_fonts; /* not 0: also what Fontconfig lists, after all others; else Fontconfig is not even started */
    bichig_policy policy;
    const char *default_family; /* serves the roles that nothing else serves; NULL: the first font in memory */
} bichig_font_options;
#define BICHIG_FONT_OPTIONS_INIT                                                                                  \
    {sizeof(bichig_font_options), NULL, NULL, 0, NULL, 0, NULL, 0, 0, BICHIG_POLICY_AUTOMATIC, NULL}

/* The fonts that were found when it was opened, with a memory of words that were shaped with them. Any number of
 * threads may use one: each call takes a shaper of its own. */
typedef struct bichig_fonts bichig_fonts;

/* Opens fonts. `findings` may be NULL. BICHIG_NOT_FOUND names a role that no font serves. */
BICHIG_API bichig_status bichig_fonts_open(const bichig_font_options *options, bichig_fonts **fonts,
                                           bichig_findings **findings, bichig_error *error);
BICHIG_API void bichig_fonts_close(bichig_fonts *fonts);

typedef struct bichig_face {
    size_t size;
    unsigned weight; /* 400 is regular */
    int italic;
    int system;      /* known by Fontconfig alone */
    unsigned index;  /* in its file */
    char name[128];  /* the first of its names */
    char file[300];  /* path, or the name of a font in memory */
} bichig_face;
#define BICHIG_FACE_INIT {sizeof(bichig_face), 0, 0, 0, 0, "", ""}

/* The faces in the order in which they are asked. */
BICHIG_API size_t bichig_fonts_face_count(const bichig_fonts *fonts);
BICHIG_API bichig_status bichig_fonts_face(const bichig_fonts *fonts, size_t index, bichig_face *face,
                                           bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
