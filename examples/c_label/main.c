/* A label as a PNG file through the C interface: c_label FONT-FOLDER TEXT FILE.png */
#include <stdio.h>

#include <bichig/c/bichig.h>

int main(int count, char **arguments) {
    bichig_font_options where = BICHIG_FONT_OPTIONS_INIT;
    bichig_label_options how = BICHIG_LABEL_OPTIONS_INIT;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_fonts *fonts = NULL;
    FILE *file;
    if (count != 4) {
        fprintf(stderr, "usage: c_label FONT-FOLDER TEXT FILE.png\n");
        return 2;
    }
    where.staged = arguments[1];
    how.format = BICHIG_PNG;
    how.dots_per_inch = 192;
    how.height = 120; /* points: one vertical line of that length, */
    how.width = 40;
    how.smallest = 6; /* in the largest size from 6 to 16 points that fits */
    how.padding = 4;
    how.white = 1;
    if (bichig_fonts_open(&where, &fonts, NULL, &error) != BICHIG_OK ||
        bichig_render_text_utf8(fonts, arguments[2], BICHIG_WHOLE, NULL, &how, &picture, &error) != BICHIG_OK) {
        fprintf(stderr, "c_label: %s (%s)\n", error.message, error.hint);
        bichig_fonts_close(fonts);
        return 1;
    }
    file = fopen(arguments[3], "wb");
    if (file == NULL || fwrite(picture.bytes, 1, picture.byte_count, file) != picture.byte_count || fclose(file) != 0) {
        perror(arguments[3]);
        return 1;
    }
    printf("%s: %u by %u pixels, set in %.1f points\n", arguments[3], picture.width, picture.height,
           picture.font_size);
    bichig_free(picture.bytes);
    bichig_fonts_close(fonts);
    return 0;
}
