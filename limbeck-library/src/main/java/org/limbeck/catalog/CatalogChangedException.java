package org.limbeck.catalog;

/** Says that something that was found a moment ago is gone: the server's printers don't look at our snapshot. */
final class CatalogChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogChangedException(String what) {
        super(what);
    }
}
