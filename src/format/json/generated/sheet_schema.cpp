// The schema of sheets. Made by data/schema/generate.py from data/schema/sheet.schema.json.
#include <format/json/internal/schema.h>

namespace bichig::format {

extern const std::string_view sheet_schema_text = R"json_schema({
 "$schema": "http://json-schema.org/draft-07/schema#",
 "title": "Bichig sheet",
 "description": "Paragraphs with the options of the module layout, as bichig layout reads them.",
 "type": "object",
 "required": [
  "kind",
  "width",
  "height",
  "paragraphs"
 ],
 "properties": {
  "kind": {
   "const": "sheet"
  },
  "about": {
   "description": "What the sheet shows, for its reader.",
   "type": "string"
  },
  "width": {
   "$ref": "#/definitions/above_zero"
  },
  "height": {
   "$ref": "#/definitions/above_zero"
  },
  "margin": {
   "description": "On all four sides; 12pt if left out.",
   "allOf": [
    {
     "$ref": "#/definitions/length"
    }
   ]
  },
  "writing_mode": {
   "$ref": "#/definitions/writing_mode"
  },
  "defaults": {
   "description": "What paragraphs leave out.",
   "type": "object",
   "properties": {
    "alignment": {
     "$ref": "#/definitions/alignment"
    },
    "start_indent": {
     "$ref": "#/definitions/length"
    },
    "end_indent": {
     "$ref": "#/definitions/length"
    },
    "first_line_indent": {
     "$ref": "#/definitions/first_line_indent"
    },
    "character_pitch": {
     "$ref": "#/definitions/character_pitch"
    },
    "line_pitch": {
     "$ref": "#/definitions/line_pitch"
    },
    "space_before": {
     "$ref": "#/definitions/length"
    },
    "space_after": {
     "$ref": "#/definitions/length"
    },
    "size": {
     "$ref": "#/definitions/above_zero"
    },
    "weight": {
     "$ref": "#/definitions/weight"
    },
    "mongolian": {
     "$ref": "#/definitions/mongolian"
    },
    "han": {
     "$ref": "#/definitions/han"
    },
    "language": {
     "$ref": "#/definitions/language"
    },
    "colour": {
     "$ref": "#/definitions/colour"
    },
    "combine_digits": {
     "$ref": "#/definitions/combine_digits"
    },
    "han_scale": {
     "$ref": "#/definitions/han_scale"
    },
    "right_line": {
     "$ref": "#/definitions/right_line"
    },
    "left_line": {
     "$ref": "#/definitions/left_line"
    },
    "strike": {
     "$ref": "#/definitions/strike"
    },
    "wavy_line": {
     "$ref": "#/definitions/wavy_line"
    },
    "raised": {
     "$ref": "#/definitions/raised"
    },
    "last_line": {
     "$ref": "#/definitions/last_line"
    },
    "most_stretch": {
     "$ref": "#/definitions/most_stretch"
    },
    "tab_distance": {
     "$ref": "#/definitions/tab_distance"
    },
    "tab_stops": {
     "$ref": "#/definitions/tab_stops"
    },
    "mark_spacing": {
     "$ref": "#/definitions/mark_spacing"
    }
   },
   "additionalProperties": false
  },
  "paragraphs": {
   "type": "array",
   "items": {
    "$ref": "#/definitions/paragraph"
   }
  }
 },
 "additionalProperties": false,
 "definitions": {
  "length": {
   "description": "A length with its unit: 16pt, 35mm.",
   "type": "string",
   "pattern": "^-?[0-9]+(\\.[0-9]+)?(pt|mm)$"
  },
  "above_zero": {
   "description": "A length above zero.",
   "type": "string",
   "pattern": "^[0-9]+(\\.[0-9]+)?(pt|mm)$"
  },
  "paragraph": {
   "description": "A paragraph of one text, or of spans.",
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "spans": {
     "type": "array",
     "items": {
      "$ref": "#/definitions/span"
     }
    },
    "alignment": {
     "$ref": "#/definitions/alignment"
    },
    "start_indent": {
     "$ref": "#/definitions/length"
    },
    "end_indent": {
     "$ref": "#/definitions/length"
    },
    "first_line_indent": {
     "$ref": "#/definitions/first_line_indent"
    },
    "character_pitch": {
     "$ref": "#/definitions/character_pitch"
    },
    "line_pitch": {
     "$ref": "#/definitions/line_pitch"
    },
    "space_before": {
     "$ref": "#/definitions/length"
    },
    "space_after": {
     "$ref": "#/definitions/length"
    },
    "size": {
     "$ref": "#/definitions/above_zero"
    },
    "weight": {
     "$ref": "#/definitions/weight"
    },
    "mongolian": {
     "$ref": "#/definitions/mongolian"
    },
    "han": {
     "$ref": "#/definitions/han"
    },
    "language": {
     "$ref": "#/definitions/language"
    },
    "colour": {
     "$ref": "#/definitions/colour"
    },
    "combine_digits": {
     "$ref": "#/definitions/combine_digits"
    },
    "han_scale": {
     "$ref": "#/definitions/han_scale"
    },
    "right_line": {
     "$ref": "#/definitions/right_line"
    },
    "left_line": {
     "$ref": "#/definitions/left_line"
    },
    "strike": {
     "$ref": "#/definitions/strike"
    },
    "wavy_line": {
     "$ref": "#/definitions/wavy_line"
    },
    "raised": {
     "$ref": "#/definitions/raised"
    },
    "last_line": {
     "$ref": "#/definitions/last_line"
    },
    "most_stretch": {
     "$ref": "#/definitions/most_stretch"
    },
    "tab_distance": {
     "$ref": "#/definitions/tab_distance"
    },
    "tab_stops": {
     "$ref": "#/definitions/tab_stops"
    },
    "mark_spacing": {
     "$ref": "#/definitions/mark_spacing"
    }
   },
   "oneOf": [
    {
     "required": [
      "text"
     ]
    },
    {
     "required": [
      "spans"
     ]
    }
   ],
   "additionalProperties": false
  },
  "span": {
   "description": "A stretch of text, an image or a block; what it leaves out is as in its paragraph.",
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "size": {
     "$ref": "#/definitions/above_zero"
    },
    "weight": {
     "$ref": "#/definitions/weight"
    },
    "mongolian": {
     "$ref": "#/definitions/mongolian"
    },
    "han": {
     "$ref": "#/definitions/han"
    },
    "language": {
     "$ref": "#/definitions/language"
    },
    "colour": {
     "$ref": "#/definitions/colour"
    },
    "combine_digits": {
     "$ref": "#/definitions/combine_digits"
    },
    "han_scale": {
     "$ref": "#/definitions/han_scale"
    },
    "right_line": {
     "$ref": "#/definitions/right_line"
    },
    "left_line": {
     "$ref": "#/definitions/left_line"
    },
    "strike": {
     "$ref": "#/definitions/strike"
    },
    "wavy_line": {
     "$ref": "#/definitions/wavy_line"
    },
    "raised": {
     "$ref": "#/definitions/raised"
    },
    "image": {
     "description": "A PNG or JPEG file in the folder of the sheet or below it, with `alt`, `width` and `height`.",
     "type": "string"
    },
    "width": {
     "$ref": "#/definitions/above_zero"
    },
    "height": {
     "$ref": "#/definitions/above_zero"
    },
    "alt": {
     "description": "What the image shows.",
     "type": "string",
     "minLength": 1
    },
    "block": {
     "description": "Text in lines of its own, which stand in the line as one object.",
     "type": "object",
     "required": [
      "text",
      "measure"
     ],
     "properties": {
      "text": {
       "type": "string"
      },
      "measure": {
       "$ref": "#/definitions/above_zero"
      },
      "writing_mode": {
       "$ref": "#/definitions/writing_mode"
      }
     },
     "additionalProperties": false
    }
   },
   "additionalProperties": false,
   "oneOf": [
    {
     "required": [
      "text"
     ]
    },
    {
     "required": [
      "image",
      "alt",
      "width",
      "height"
     ]
    },
    {
     "required": [
      "block"
     ]
    }
   ]
  },
  "alignment": {
   "enum": [
    "start",
    "centre",
    "end",
    "justify"
   ]
  },
  "first_line_indent": {
   "description": "Added to start_indent on the first line; negative for a hanging indent.",
   "allOf": [
    {
     "$ref": "#/definitions/length"
    }
   ]
  },
  "character_pitch": {
   "description": "Advance of full-width characters on a grid.",
   "allOf": [
    {
     "$ref": "#/definitions/above_zero"
    }
   ]
  },
  "line_pitch": {
   "description": "From the axis of a line to that of the next; without it one and a half times the largest size.",
   "allOf": [
    {
     "$ref": "#/definitions/above_zero"
    }
   ]
  },
  "weight": {
   "description": "As OS/2 and CSS count: 400 is regular, 700 bold.",
   "type": "integer",
   "minimum": 1,
   "maximum": 1000
  },
  "mongolian": {
   "description": "Face of Mongolian text.",
   "enum": [
    "text",
    "title"
   ]
  },
  "han": {
   "description": "Face of Chinese text.",
   "enum": [
    "fangsong",
    "song",
    "hei",
    "kai",
    "title"
   ]
  },
  "language": {
   "description": "BCP 47: mn-Mong, zh-Hans.",
   "type": "string",
   "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
  },
  "colour": {
   "description": "#RRGGBB",
   "type": "string",
   "pattern": "^#[0-9A-Fa-f]{6}$"
  },
  "combine_digits": {
   "description": "In vertical lines, whole numbers of so many digits or fewer stand upright; 2 if left out.",
   "type": "integer",
   "minimum": 0,
   "maximum": 4
  },
  "han_scale": {
   "description": "Ideographs and their marks are set in so many times the size; 1 if left out.",
   "type": "number",
   "minimum": 0.25,
   "maximum": 4
  },
  "right_line": {
   "description": "A line right of vertical text, below horizontal text.",
   "type": "boolean"
  },
  "left_line": {
   "description": "A line left of vertical text, above horizontal text.",
   "type": "boolean"
  },
  "strike": {
   "description": "A line through the text, on its axis.",
   "type": "boolean"
  },
  "wavy_line": {
   "description": "A wavy line where the right line would stand: emphasis.",
   "type": "boolean"
  },
  "raised": {
   "description": "A note mark: smaller, and off the axis to the right or up.",
   "type": "boolean"
  },
  "last_line": {
   "enum": [
    "start",
    "centre",
    "end",
    "justify"
   ],
   "description": "Of the last line; without it `alignment`, or start for justify."
  },
  "most_stretch": {
   "description": "Most room added at one place, in sizes; 2 if left out.",
   "type": "number",
   "minimum": 0,
   "maximum": 1000
  },
  "tab_distance": {
   "description": "Stops after the last of tab_stops; zero: a tab fills its line.",
   "allOf": [
    {
     "$ref": "#/definitions/length"
    }
   ]
  },
  "tab_stops": {
   "type": "array",
   "items": {
    "type": "object",
    "required": [
     "position"
    ],
    "properties": {
     "position": {
      "$ref": "#/definitions/length"
     },
     "alignment": {
      "enum": [
       "start",
       "centre",
       "end",
       "decimal"
      ]
     }
    },
    "additionalProperties": false
   }
  },
  "mark_spacing": {
   "description": "Room outside brackets and quotation marks beside Mongolian: one word space (even, if left out) or as_written.",
   "enum": [
    "even",
    "as_written"
   ]
  },
  "writing_mode": {
   "enum": [
    "vertical_lr",
    "horizontal_tb"
   ]
  }
 }
}
)json_schema";

}  // namespace bichig::format
