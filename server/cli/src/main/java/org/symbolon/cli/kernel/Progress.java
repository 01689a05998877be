package org.symbolon.cli.kernel;

/** Hears how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {
    void at(long done, long all);
}
