// The schema of JSON documents. Made by data/schema/generate.py from data/schema/document.schema.json.
#include <format/json/internal/schema.h>

namespace bichig::format {

extern const std::string_view schema_text = R"json_schema({
 "$schema": "http://json-schema.org/draft-07/schema#",
 "title": "Bichig document",
 "description": "A document or an official document (notice) as bichig typeset reads it.",
 "type": "object",
 "required": [
  "kind"
 ],
 "properties": {
  "kind": {
   "enum": [
    "document",
    "sign",
    "notice",
    "announcement",
    "letter",
    "order",
    "minutes"
   ]
  }
 },
 "if": {
  "properties": {
   "kind": {
    "enum": [
     "notice",
     "announcement",
     "letter",
     "order",
     "minutes"
    ]
   }
  },
  "required": [
   "kind"
  ]
 },
 "then": {
  "$ref": "#/definitions/notice"
 },
 "else": {
  "if": {
   "properties": {
    "kind": {
     "const": "sign"
    }
   },
   "required": [
    "kind"
   ]
  },
  "then": {
   "$ref": "#/definitions/sign"
  },
  "else": {
   "$ref": "#/definitions/document"
  }
 },
 "definitions": {
  "length": {
   "description": "A length with its unit: 16pt, 35mm.",
   "type": "string",
   "pattern": "^-?[0-9]+(\\.[0-9]+)?(pt|mm)$"
  },
  "ems": {
   "description": "A distance in ems of the paragraph's own size.",
   "type": "number"
  },
  "colour": {
   "description": "#RRGGBB",
   "type": "string",
   "pattern": "^#[0-9A-Fa-f]{6}$"
  },
  "date": {
   "description": "ISO 8601: 2024-05-16, or with time and offset.",
   "type": "string",
   "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?)?$"
  },
  "language": {
   "description": "BCP 47: mn-Mong, zh-Hans.",
   "type": "string",
   "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
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
  "mongolian": {
   "description": "Face of Mongolian text.",
   "enum": [
    "text",
    "title"
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
  "keywords": {
   "type": "array",
   "items": {
    "type": "string",
    "minLength": 1
   }
  },
  "style_name": {
   "description": "A default style (body, heading_1 to heading_6, list, table, code, quotation, note) or a key of styles.",
   "type": "string",
   "minLength": 1
  },
  "styles": {
   "description": "Styles by name. What a style leaves out has the default of a plain paragraph. A default style may be given anew.",
   "type": "object",
   "additionalProperties": {
    "$ref": "#/definitions/style"
   }
  },
  "style": {
   "description": "How a paragraph looks. before and after are on the block axis, start and end on the inline axis.",
   "type": "object",
   "properties": {
    "size": {
     "$ref": "#/definitions/length"
    },
    "han": {
     "$ref": "#/definitions/han"
    },
    "mongolian": {
     "$ref": "#/definitions/mongolian"
    },
    "colour": {
     "$ref": "#/definitions/colour"
    },
    "alignment": {
     "$ref": "#/definitions/alignment"
    },
    "first_line_indent": {
     "$ref": "#/definitions/ems"
    },
    "start_indent": {
     "$ref": "#/definitions/ems"
    },
    "end_indent": {
     "$ref": "#/definitions/ems"
    },
    "line_pitch": {
     "$ref": "#/definitions/length"
    },
    "space_before": {
     "$ref": "#/definitions/length"
    },
    "space_after": {
     "$ref": "#/definitions/length"
    },
    "character_pitch": {
     "$ref": "#/definitions/length"
    },
    "keep_with_next": {
     "type": "boolean"
    },
    "orphans": {
     "description": "Least lines of a paragraph at the end of a page that it does not end on; 2 if left out.",
     "type": "integer",
     "minimum": 1,
     "maximum": 100
    },
    "widows": {
     "description": "Least lines of a paragraph at the start of a page that it did not begin on; 2 if left out.",
     "type": "integer",
     "minimum": 1,
     "maximum": 100
    }
   },
   "additionalProperties": false
  },
  "run": {
   "description": "Text of one look. A line feed is a forced line break; what follows a tab ends where the line ends.",
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "size": {
     "$ref": "#/definitions/length"
    },
    "han": {
     "$ref": "#/definitions/han"
    },
    "mongolian": {
     "$ref": "#/definitions/mongolian"
    },
    "colour": {
     "$ref": "#/definitions/colour"
    },
    "strong": {
     "type": "boolean"
    },
    "emphasis": {
     "type": "boolean"
    },
    "code": {
     "type": "boolean"
    },
    "language": {
     "$ref": "#/definitions/language"
    },
    "link": {
     "description": "URI that the text leads to.",
     "type": "string",
     "minLength": 1
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
     "description": "A line through the text.",
     "type": "boolean"
    },
    "wavy_line": {
     "description": "A wavy line where the right line stands.",
     "type": "boolean"
    },
    "raised": {
     "description": "A small note mark off the axis.",
     "type": "boolean"
    },
    "image": {
     "description": "PNG or JPEG below the folder of this file, which stands in the line in place of text.",
     "type": "string",
     "minLength": 1
    },
    "alternative_text": {
     "description": "Of the image.",
     "type": "string"
    },
    "width": {
     "description": "Of the image; with one of width and height the other keeps the proportion.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "height": {
     "description": "Of the image.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "note": {
     "description": "The text of a note that is marked here, or its blocks: paragraphs and lists. Its mark is generated.",
     "if": {
      "type": "object"
     },
     "then": {
      "$ref": "#/definitions/note"
     },
     "else": {
      "type": "string",
      "minLength": 1
     }
    },
    "reference": {
     "$ref": "#/definitions/id"
    },
    "shows": {
     "description": "What a reference shows: its text, or that of the block where it has none; the number of a table or image; the number of the page. text if left out.",
     "enum": [
      "text",
      "number",
      "page"
     ]
    }
   },
   "additionalProperties": false,
   "oneOf": [
    {
     "required": [
      "text"
     ],
     "not": {
      "anyOf": [
       {
        "required": [
         "image"
        ]
       },
       {
        "required": [
         "alternative_text"
        ]
       },
       {
        "required": [
         "width"
        ]
       },
       {
        "required": [
         "height"
        ]
       },
       {
        "required": [
         "note"
        ]
       }
      ]
     }
    },
    {
     "required": [
      "image",
      "alternative_text"
     ],
     "not": {
      "anyOf": [
       {
        "required": [
         "text"
        ]
       },
       {
        "required": [
         "note"
        ]
       }
      ]
     }
    },
    {
     "required": [
      "note"
     ],
     "not": {
      "anyOf": [
       {
        "required": [
         "image"
        ]
       },
       {
        "required": [
         "alternative_text"
        ]
       },
       {
        "required": [
         "width"
        ]
       },
       {
        "required": [
         "height"
        ]
       },
       {
        "required": [
         "text"
        ]
       },
       {
        "required": [
         "link"
        ]
       },
       {
        "required": [
         "reference"
        ]
       }
      ]
     }
    },
    {
     "required": [
      "reference"
     ],
     "not": {
      "anyOf": [
       {
        "required": [
         "image"
        ]
       },
       {
        "required": [
         "alternative_text"
        ]
       },
       {
        "required": [
         "width"
        ]
       },
       {
        "required": [
         "height"
        ]
       },
       {
        "required": [
         "text"
        ]
       },
       {
        "required": [
         "note"
        ]
       }
      ]
     }
    }
   ],
   "dependencies": {
    "reference": {
     "not": {
      "required": [
       "link"
      ]
     }
    }
   }
  },
  "blocks": {
   "type": "array",
   "items": {
    "$ref": "#/definitions/block"
   }
  },
  "block": {
   "description": "One block; its type says which fields it has.",
   "type": "object",
   "required": [
    "type"
   ],
   "properties": {
    "type": {
     "enum": [
      "paragraph",
      "heading",
      "list",
      "table",
      "rule",
      "image",
      "foot",
      "page_break",
      "space",
      "pair",
      "bookmark"
     ]
    }
   },
   "allOf": [
    {
     "if": {
      "properties": {
       "type": {
        "const": "paragraph"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/paragraph"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "heading"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/heading"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "list"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/list"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "table"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/table"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "rule"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/rule"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "image"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/image"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "foot"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/foot"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "page_break"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/page_break"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "space"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/space"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "pair"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/pair"
     }
    },
    {
     "if": {
      "properties": {
       "type": {
        "const": "bookmark"
       }
      },
      "required": [
       "type"
      ]
     },
     "then": {
      "$ref": "#/definitions/bookmark"
     }
    }
   ]
  },
  "paragraph": {
   "type": "object",
   "properties": {
    "type": {
     "const": "paragraph"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "text": {
     "description": "The text in one run; or give runs.",
     "type": "string"
    },
    "runs": {
     "description": "The text in runs of different look.",
     "type": "array",
     "items": {
      "$ref": "#/definitions/run"
     }
    },
    "style": {
     "$ref": "#/definitions/style_name"
    }
   },
   "required": [
    "type"
   ],
   "additionalProperties": false,
   "oneOf": [
    {
     "required": [
      "text"
     ]
    },
    {
     "required": [
      "runs"
     ]
    }
   ]
  },
  "heading": {
   "type": "object",
   "properties": {
    "type": {
     "const": "heading"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "level": {
     "type": "integer",
     "minimum": 1,
     "maximum": 6
    },
    "text": {
     "description": "The text in one run; or give runs.",
     "type": "string"
    },
    "runs": {
     "description": "The text in runs of different look.",
     "type": "array",
     "items": {
      "$ref": "#/definitions/run"
     }
    },
    "style": {
     "$ref": "#/definitions/style_name"
    },
    "in_outline": {
     "description": "Whether it gets a bookmark; true if left out.",
     "type": "boolean"
    }
   },
   "required": [
    "type",
    "level"
   ],
   "additionalProperties": false,
   "oneOf": [
    {
     "required": [
      "text"
     ]
    },
    {
     "required": [
      "runs"
     ]
    }
   ]
  },
  "list": {
   "type": "object",
   "properties": {
    "type": {
     "const": "list"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "counter": {
     "enum": [
      "bullet",
      "decimal_dot",
      "decimal_parenthesis",
      "han_comma",
      "han_parenthesis",
      "decimal_wide",
      "decimal_wide_parenthesis",
      "circled",
      "mongolian",
      "latin_lower",
      "latin_upper",
      "roman_lower",
      "roman_upper"
     ]
    },
    "start": {
     "type": "integer",
     "minimum": 0,
     "maximum": 999999999
    },
    "style": {
     "$ref": "#/definitions/style_name"
    },
    "items": {
     "description": "Each item is an array of blocks, or an object where it is a task.",
     "type": "array",
     "minItems": 1,
     "items": {
      "if": {
       "type": "object"
      },
      "then": {
       "$ref": "#/definitions/list_item"
      },
      "else": {
       "$ref": "#/definitions/blocks"
      }
     }
    }
   },
   "required": [
    "type",
    "items"
   ],
   "additionalProperties": false
  },
  "list_item": {
   "type": "object",
   "properties": {
    "blocks": {
     "$ref": "#/definitions/blocks"
    },
    "task": {
     "description": "The label is a box, empty or with a tick.",
     "enum": [
      "none",
      "open",
      "done"
     ]
    }
   },
   "required": [
    "blocks"
   ],
   "additionalProperties": false
  },
  "table": {
   "type": "object",
   "properties": {
    "type": {
     "const": "table"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "header_rows": {
     "description": "1 if left out.",
     "type": "integer",
     "minimum": 0,
     "maximum": 65535
    },
    "style": {
     "$ref": "#/definitions/style_name"
    },
    "rows": {
     "description": "Rows of the cells that begin in them. Every column of every row is covered by one cell.",
     "type": "array",
     "minItems": 1,
     "items": {
      "type": "array",
      "minItems": 1,
      "items": {
       "$ref": "#/definitions/cell"
      }
     }
    },
    "caption": {
     "$ref": "#/definitions/caption"
    }
   },
   "required": [
    "type",
    "rows"
   ],
   "additionalProperties": false
  },
  "cell": {
   "description": "The text of a cell, or an object where it needs more.",
   "if": {
    "type": "object"
   },
   "then": {
    "$ref": "#/definitions/cell_object"
   },
   "else": {
    "type": "string"
   }
  },
  "cell_object": {
   "type": "object",
   "properties": {
    "text": {
     "description": "The text in one run; or give runs.",
     "type": "string"
    },
    "runs": {
     "description": "The text in runs of different look.",
     "type": "array",
     "items": {
      "$ref": "#/definitions/run"
     }
    },
    "stacked": {
     "description": "Texts in lines of their own, the first beside or above the second: both scripts of a label.",
     "type": "array",
     "minItems": 1,
     "items": {
      "type": "string"
     }
    },
    "header": {
     "description": "Heads its column or row; if left out, true in the header rows.",
     "type": "boolean"
    },
    "alignment": {
     "$ref": "#/definitions/alignment"
    },
    "columns": {
     "description": "How many columns the cell reaches over; 1 if left out.",
     "type": "integer",
     "minimum": 1,
     "maximum": 65535
    },
    "rows": {
     "description": "How many rows the cell reaches over, its own and those after it; 1 if left out. A header cell stays in the header rows.",
     "type": "integer",
     "minimum": 1,
     "maximum": 65535
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
      "runs"
     ]
    },
    {
     "required": [
      "stacked"
     ]
    }
   ]
  },
  "rule": {
   "type": "object",
   "properties": {
    "type": {
     "const": "rule"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "thickness": {
     "$ref": "#/definitions/length"
    },
    "colour": {
     "$ref": "#/definitions/colour"
    },
    "space_before": {
     "$ref": "#/definitions/length"
    },
    "space_after": {
     "$ref": "#/definitions/length"
    },
    "start_overhang": {
     "$ref": "#/definitions/length"
    },
    "end_overhang": {
     "$ref": "#/definitions/length"
    }
   },
   "required": [
    "type"
   ],
   "additionalProperties": false
  },
  "image": {
   "type": "object",
   "properties": {
    "type": {
     "const": "image"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "file": {
     "description": "PNG or JPEG below the folder of this file.",
     "type": "string",
     "minLength": 1
    },
    "alternative_text": {
     "description": "Empty for an ornament, which is no part of what is read.",
     "type": "string"
    },
    "width": {
     "description": "If left out: by height, or by the resolution that the file states, or 96 pixels to the inch.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "height": {
     "description": "Likewise. An image is never larger than the type area.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "caption": {
     "$ref": "#/definitions/caption"
    }
   },
   "required": [
    "type",
    "file",
    "alternative_text"
   ],
   "additionalProperties": false
  },
  "foot": {
   "type": "object",
   "properties": {
    "type": {
     "const": "foot"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "blocks": {
     "$ref": "#/definitions/blocks"
    }
   },
   "required": [
    "type",
    "blocks"
   ],
   "additionalProperties": false
  },
  "page_break": {
   "type": "object",
   "properties": {
    "type": {
     "const": "page_break"
    },
    "id": {
     "$ref": "#/definitions/id"
    }
   },
   "required": [
    "type"
   ],
   "additionalProperties": false
  },
  "space": {
   "type": "object",
   "properties": {
    "type": {
     "const": "space"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "extent": {
     "$ref": "#/definitions/length"
    },
    "kept": {
     "description": "Whether it stays at the start of a page.",
     "type": "boolean"
    }
   },
   "required": [
    "type",
    "extent"
   ],
   "additionalProperties": false
  },
  "pair": {
   "description": "Two texts beside each other: left and right in horizontal lines, above and below in vertical ones. Among the blocks of a section only.",
   "type": "object",
   "properties": {
    "type": {
     "const": "pair"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "share": {
     "description": "Of the first side; 0.5 if left out.",
     "type": "number",
     "minimum": 0.1,
     "maximum": 0.9
    },
    "gap": {
     "$ref": "#/definitions/length"
    },
    "rule": {
     "$ref": "#/definitions/length"
    },
    "least_line": {
     "$ref": "#/definitions/length"
    },
    "space_after": {
     "$ref": "#/definitions/length"
    },
    "sides": {
     "type": "array",
     "minItems": 2,
     "maxItems": 2,
     "items": {
      "$ref": "#/definitions/side"
     }
    }
   },
   "required": [
    "type",
    "sides"
   ],
   "additionalProperties": false
  },
  "side": {
   "description": "One side of a pair; it holds no page breaks, back matter or pairs.",
   "type": "object",
   "properties": {
    "language": {
     "$ref": "#/definitions/language"
    },
    "writing_mode": {
     "description": "If left out: vertical for Mongolian script.",
     "enum": [
      "vertical_lr",
      "horizontal_tb"
     ]
    },
    "blocks": {
     "$ref": "#/definitions/blocks"
    }
   },
   "required": [
    "language",
    "blocks"
   ],
   "additionalProperties": false
  },
  "facing": {
   "description": "The pages of the section and of the next one alternate, so that they lie open beside each other.",
   "type": "object",
   "properties": {
    "leaf": {
     "description": "Where the pages of this section stand.",
     "enum": [
      "left",
      "right"
     ]
    },
    "align_headings": {
     "description": "Headings down to this level begin on the same two pages; 0 if left out.",
     "type": "integer",
     "minimum": 0,
     "maximum": 6
    },
    "leading_blank": {
     "description": "Whether a blank page stands first where the document begins with these pages; true if left out.",
     "type": "boolean"
    }
   },
   "required": [
    "leaf"
   ],
   "additionalProperties": false
  },
  "page_number": {
   "type": "object",
   "properties": {
    "position": {
     "enum": [
      "none",
      "centre",
      "outside"
     ]
    },
    "before": {
     "type": "string"
    },
    "after": {
     "type": "string"
    },
    "size": {
     "$ref": "#/definitions/length"
    },
    "han": {
     "$ref": "#/definitions/han"
    },
    "indent": {
     "$ref": "#/definitions/ems"
    },
    "below": {
     "$ref": "#/definitions/length"
    },
    "first_page": {
     "description": "Also on the first page of the section; true if left out.",
     "type": "boolean"
    }
   },
   "additionalProperties": false
  },
  "running_head": {
   "description": "A line in the margin of every page.",
   "type": "object",
   "properties": {
    "text": {
     "description": "One line; what is too long is cut at a word.",
     "type": "string"
    },
    "even_text": {
     "description": "On even pages; the same as on odd ones if left out.",
     "type": "string"
    },
    "position": {
     "description": "top: a horizontal line; left, right, outside (right on odd pages, left on even ones): a vertical one.",
     "enum": [
      "top",
      "left",
      "right",
      "outside"
     ]
    },
    "alignment": {
     "description": "Along the type area; centre if left out.",
     "allOf": [
      {
       "$ref": "#/definitions/alignment"
      }
     ]
    },
    "size": {
     "description": "10.5pt if left out.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "han": {
     "$ref": "#/definitions/han"
    },
    "mongolian": {
     "$ref": "#/definitions/mongolian"
    },
    "first_page": {
     "description": "Also on the first page of the section; false if left out.",
     "type": "boolean"
    }
   },
   "required": [
    "text",
    "position"
   ],
   "additionalProperties": false
  },
  "page_rule": {
   "type": "object",
   "properties": {
    "from_end": {
     "description": "From where the block axis ends on the paper (foot, or right) to the rule.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "start_overhang": {
     "$ref": "#/definitions/length"
    },
    "end_overhang": {
     "$ref": "#/definitions/length"
    },
    "thickness": {
     "$ref": "#/definitions/length"
    },
    "colour": {
     "$ref": "#/definitions/colour"
    }
   },
   "required": [
    "from_end"
   ],
   "additionalProperties": false
  },
  "page": {
   "description": "What is left out has the default of a plain document in the same writing mode.",
   "type": "object",
   "properties": {
    "width": {
     "$ref": "#/definitions/length"
    },
    "height": {
     "$ref": "#/definitions/length"
    },
    "margin_top": {
     "$ref": "#/definitions/length"
    },
    "margin_bottom": {
     "$ref": "#/definitions/length"
    },
    "margin_left": {
     "$ref": "#/definitions/length"
    },
    "margin_right": {
     "$ref": "#/definitions/length"
    },
    "number": {
     "$ref": "#/definitions/page_number"
    },
    "restart_numbers": {
     "type": "boolean"
    },
    "head": {
     "$ref": "#/definitions/running_head"
    },
    "first_page_rules": {
     "description": "Rules across the first page, outside the type area.",
     "type": "array",
     "items": {
      "$ref": "#/definitions/page_rule"
     }
    },
    "notes": {
     "$ref": "#/definitions/note_style"
    }
   },
   "additionalProperties": false
  },
  "section": {
   "type": "object",
   "properties": {
    "language": {
     "$ref": "#/definitions/language"
    },
    "writing_mode": {
     "description": "If left out: vertical for Mongolian script.",
     "enum": [
      "vertical_lr",
      "horizontal_tb"
     ]
    },
    "page": {
     "$ref": "#/definitions/page"
    },
    "facing": {
     "$ref": "#/definitions/facing"
    },
    "blocks": {
     "$ref": "#/definitions/blocks"
    }
   },
   "required": [
    "language",
    "blocks"
   ],
   "additionalProperties": false
  },
  "document": {
   "type": "object",
   "properties": {
    "kind": {
     "const": "document"
    },
    "title": {
     "type": "string"
    },
    "author": {
     "type": "string"
    },
    "subject": {
     "type": "string"
    },
    "keywords": {
     "$ref": "#/definitions/keywords"
    },
    "language": {
     "$ref": "#/definitions/language"
    },
    "date": {
     "$ref": "#/definitions/date"
    },
    "styles": {
     "$ref": "#/definitions/styles"
    },
    "sections": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/definitions/section"
     }
    }
   },
   "required": [
    "kind",
    "sections"
   ],
   "additionalProperties": false
  },
  "texts": {
   "description": "One text, or several.",
   "anyOf": [
    {
     "type": "string",
     "minLength": 1
    },
    {
     "type": "array",
     "minItems": 1,
     "items": {
      "type": "string",
      "minLength": 1
     }
    }
   ]
  },
  "both_scripts": {
   "description": "In both scripts, unless the profile has both_scripts = false; several bodies make a joint document.",
   "type": "object",
   "properties": {
    "mn": {
     "$ref": "#/definitions/texts"
    },
    "zh": {
     "$ref": "#/definitions/texts"
    }
   },
   "additionalProperties": false
  },
  "number": {
   "type": "object",
   "properties": {
    "mn": {
     "description": "On the Mongolian version; if left out, the Chinese one.",
     "type": "string",
     "minLength": 1
    },
    "zh": {
     "type": "string",
     "minLength": 1
    }
   },
   "required": [
    "zh"
   ],
   "additionalProperties": false
  },
  "printing": {
   "type": "object",
   "properties": {
    "body": {
     "type": "string",
     "minLength": 1
    },
    "date": {
     "type": "string",
     "minLength": 1
    }
   },
   "required": [
    "body",
    "date"
   ],
   "additionalProperties": false
  },
  "signer": {
   "description": "A name, or an object with an office, for an order.",
   "anyOf": [
    {
     "type": "string",
     "minLength": 1
    },
    {
     "type": "object",
     "properties": {
      "office": {
       "type": "string",
       "minLength": 1
      },
      "name": {
       "type": "string",
       "minLength": 1
      }
     },
     "additionalProperties": false
    }
   ]
  },
  "attendance": {
   "description": "Who attended, of minutes.",
   "type": "object",
   "properties": {
    "present": {
     "type": "string",
     "minLength": 1
    },
    "excused": {
     "type": "string",
     "minLength": 1
    },
    "observers": {
     "type": "string",
     "minLength": 1
    }
   },
   "additionalProperties": false
  },
  "annex": {
   "description": "Begins a page. Without a title it has that of the attachment note.",
   "type": "object",
   "properties": {
    "title": {
     "type": "string",
     "minLength": 1
    },
    "blocks": {
     "$ref": "#/definitions/blocks"
    }
   },
   "required": [
    "blocks"
   ],
   "additionalProperties": false
  },
  "version": {
   "type": "object",
   "properties": {
    "language": {
     "enum": [
      "mn-Mong",
      "zh-Hans"
     ]
    },
    "copy_number": {
     "description": "As it is printed at the top: 000001.",
     "type": "string",
     "minLength": 1
    },
    "secrecy": {
     "description": "As it is printed: 机密★1年.",
     "type": "string",
     "minLength": 1
    },
    "secrecy_term": {
     "description": "As it is printed after a star: 1年.",
     "type": "string",
     "minLength": 1
    },
    "urgency": {
     "description": "As it is printed: 特急.",
     "type": "string",
     "minLength": 1
    },
    "signers": {
     "description": "Of a notice: who approved it (an upward document); of an order: who signs it.",
     "type": "array",
     "items": {
      "$ref": "#/definitions/signer"
     }
    },
    "title": {
     "description": "Required, but for an order.",
     "type": "string",
     "minLength": 1
    },
    "addressee": {
     "type": "string",
     "minLength": 1
    },
    "attachments": {
     "type": "array",
     "items": {
      "type": "string",
      "minLength": 1
     },
     "description": "Names; if left out: the titles of the annexes."
    },
    "attendance": {
     "$ref": "#/definitions/attendance"
    },
    "signature": {
     "$ref": "#/definitions/texts"
    },
    "date": {
     "description": "As it is to be printed.",
     "type": "string",
     "minLength": 1
    },
    "annotation": {
     "description": "Below the date; brackets are added.",
     "type": "string",
     "minLength": 1
    },
    "cc": {
     "type": "string",
     "minLength": 1
    },
    "printing": {
     "$ref": "#/definitions/printing"
    },
    "blocks": {
     "$ref": "#/definitions/blocks"
    },
    "annexes": {
     "type": "array",
     "items": {
      "$ref": "#/definitions/annex"
     }
    }
   },
   "required": [
    "language",
    "blocks"
   ],
   "additionalProperties": false
  },
  "notice": {
   "type": "object",
   "properties": {
    "kind": {
     "enum": [
      "notice",
      "announcement",
      "letter",
      "order",
      "minutes"
     ]
    },
    "profile": {
     "description": "A profile of data/profiles, or a TOML file in the folder of the document: ./office.toml.",
     "type": "string",
     "minLength": 1
    },
    "issuer": {
     "$ref": "#/definitions/both_scripts"
    },
    "mark_word": {
     "description": "Whether the word of the kind is added to the mark; if left out, where there are several bodies.",
     "type": "boolean"
    },
    "number": {
     "$ref": "#/definitions/number"
    },
    "date": {
     "$ref": "#/definitions/date"
    },
    "author": {
     "type": "string"
    },
    "subject": {
     "type": "string"
    },
    "keywords": {
     "$ref": "#/definitions/keywords"
    },
    "styles": {
     "$ref": "#/definitions/styles"
    },
    "sealed": {
     "description": "Whether a seal will be put on the issuing body and the date; true if left out.",
     "type": "boolean"
    },
    "arrangement": {
     "description": "How two versions stand in one document: one after the other (if left out), on facing pages, paragraph beside paragraph, or stacked as on a notice board (announcement, order).",
     "enum": [
      "parts",
      "facing",
      "parallel",
      "stacked"
     ]
    },
    "writing_mode": {
     "description": "Of the page of a parallel or stacked document; horizontal_tb if left out.",
     "enum": [
      "vertical_lr",
      "horizontal_tb"
     ]
    },
    "versions": {
     "description": "Language versions in the order of their pages, each language once.",
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/definitions/version"
     }
    }
   },
   "required": [
    "kind",
    "profile",
    "issuer",
    "versions"
   ],
   "additionalProperties": false
  },
  "sign": {
   "description": "A door plate, a banner, the head of letter paper: texts as large as the sign allows.",
   "type": "object",
   "properties": {
    "kind": {
     "const": "sign"
    },
    "title": {
     "type": "string"
    },
    "author": {
     "type": "string"
    },
    "subject": {
     "type": "string"
    },
    "keywords": {
     "$ref": "#/definitions/keywords"
    },
    "date": {
     "$ref": "#/definitions/date"
    },
    "script_order": {
     "description": "Which script stands left or above.",
     "enum": [
      "mongolian_first",
      "chinese_first"
     ]
    },
    "arrangement": {
     "description": "Texts beside each other in vertical lines, or one above the other.",
     "enum": [
      "beside",
      "above"
     ]
    },
    "upright": {
     "description": "One above the other: Mongolian in upright vertical lines instead of turned ones; false if left out.",
     "type": "boolean"
    },
    "width": {
     "$ref": "#/definitions/length"
    },
    "height": {
     "$ref": "#/definitions/length"
    },
    "margin": {
     "$ref": "#/definitions/length"
    },
    "border": {
     "$ref": "#/definitions/length"
    },
    "colour": {
     "$ref": "#/definitions/colour"
    },
    "han": {
     "$ref": "#/definitions/han"
    },
    "mongolian": {
     "$ref": "#/definitions/mongolian"
    },
    "mn": {
     "type": "string",
     "minLength": 1,
     "description": "Lines end at line feeds."
    },
    "zh": {
     "type": "string",
     "minLength": 1
    },
    "others": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "language": {
        "$ref": "#/definitions/language"
       },
       "text": {
        "type": "string",
        "minLength": 1
       }
      },
      "required": [
       "language",
       "text"
      ],
      "additionalProperties": false
     }
    }
   },
   "required": [
    "kind",
    "script_order",
    "arrangement",
    "width",
    "height",
    "mn",
    "zh"
   ],
   "additionalProperties": false
  },
  "id": {
   "description": "What references name the block by, and other files too: file.pdf#id. Once in a document.",
   "type": "string",
   "pattern": "^[^ \\t\\r\\n]+$"
  },
  "note": {
   "type": "object",
   "properties": {
    "blocks": {
     "allOf": [
      {
       "$ref": "#/definitions/blocks"
      }
     ],
     "minItems": 1
    }
   },
   "required": [
    "blocks"
   ],
   "additionalProperties": false
  },
  "bookmark": {
   "description": "An entry of the outline that points at what follows; headings have theirs.",
   "type": "object",
   "properties": {
    "type": {
     "const": "bookmark"
    },
    "id": {
     "$ref": "#/definitions/id"
    },
    "title": {
     "type": "string",
     "minLength": 1
    },
    "level": {
     "description": "1 if left out.",
     "type": "integer",
     "minimum": 1,
     "maximum": 6
    }
   },
   "required": [
    "type",
    "title"
   ],
   "additionalProperties": false
  },
  "note_style": {
   "description": "How notes stand at the end of pages.",
   "type": "object",
   "properties": {
    "marks": {
     "description": "1, 2 or ①, ②; digits if left out.",
     "enum": [
      "digits",
      "circled"
     ]
    },
    "rule_length": {
     "description": "Of the rule above the notes; a quarter of a line if left out.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "rule_thickness": {
     "description": "0.5pt if left out.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "space_before": {
     "description": "From the text to the rule, at the least; 6pt if left out.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    },
    "space_after": {
     "description": "From the rule to the first note; 4pt if left out.",
     "allOf": [
      {
       "$ref": "#/definitions/length"
      }
     ]
    }
   },
   "additionalProperties": false
  },
  "caption": {
   "description": "Its text, or its runs. Its label, such as Table 2, is generated.",
   "if": {
    "type": "array"
   },
   "then": {
    "type": "array",
    "minItems": 1,
    "items": {
     "$ref": "#/definitions/run"
    }
   },
   "else": {
    "type": "string",
    "minLength": 1
   }
  }
 }
}
)json_schema";

}  // namespace bichig::format
