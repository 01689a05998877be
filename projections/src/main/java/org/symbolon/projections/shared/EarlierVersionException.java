package org.symbolon.projections.shared;

/** The tables lack what this version of Symbolon needs, and whoever asks may not change them. */
public final class EarlierVersionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EarlierVersionException(String message) {
        super(message);
    }
}
