"""Bichig: vertical traditional Mongolian text.

Words: `units`, `letters`, `normalize`, `search_key`, `find`, `to_latin`, `attach_suffix` and others take any str;
`Text` is a str that knows them as properties and shows itself in a notebook. Pictures: `render_text`, `Layout`. Whole
documents: `Document`. Spelling: `Checker`, `Dictionary`. What fails raises `Error` with a place and a hint. Everything
may be used by many threads at once, and what works long lets them run.

>>> import bichig
>>> word = bichig.Text.from_latin("bičig")
>>> word.units
'B I Ch I G'
"""

from . import (_native, conversion, document, errors, fonts, language, layout, lexicon, mongolian, names, spelling,
               text)
from .conversion import *
from .document import *
from .errors import *
from .fonts import *
from .language import *
from .layout import *
from .lexicon import *
from .mongolian import *
from .names import *
from .spelling import *
from .text import *

__version__: str = _native.version()

__all__ = ["__version__", *conversion.__all__, *document.__all__, *errors.__all__, *fonts.__all__, *language.__all__,
           *layout.__all__, *lexicon.__all__, *mongolian.__all__, *names.__all__, *spelling.__all__, *text.__all__]
