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
    "notice"
   ]
  }
 },
 "if": {
  "properties": {
   "kind": {
    "const": "notice"
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
  "$ref": "#/definitions/document"
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
    },
    {
     "required": [
      "reference"
     ]
    }
   ],
   "dependencies": {
    "note": {
     "not": {
      "anyOf": [
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
      "han_parenthesis"
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
     "description": "Each item is an array of blocks.",
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/definitions/blocks"
     }
    }
   },
   "required": [
    "type",
    "items"
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
     "type": "string"
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
  "both_scripts": {
   "type": "object",
   "properties": {
    "mn": {
     "type": "string",
     "minLength": 1
    },
    "zh": {
     "type": "string",
     "minLength": 1
    }
   },
   "required": [
    "mn",
    "zh"
   ],
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
    "urgency": {
     "description": "As it is printed: 特急.",
     "type": "string",
     "minLength": 1
    },
    "title": {
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
     }
    },
    "signature": {
     "type": "string",
     "minLength": 1
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
    }
   },
   "required": [
    "language",
    "title",
    "blocks"
   ],
   "additionalProperties": false
  },
  "notice": {
   "type": "object",
   "properties": {
    "kind": {
     "const": "notice"
    },
    "issuer": {
     "$ref": "#/definitions/both_scripts"
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
    "issuer",
    "versions"
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
