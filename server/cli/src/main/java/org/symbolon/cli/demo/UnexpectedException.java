package org.symbolon.cli.demo;

/** A step of the demonstration is not as it should be; the message says in which way. */
final class UnexpectedException extends RuntimeException {
    UnexpectedException(String message) {
        super(message);
    }

    static void unless(boolean asItShouldBe, String message) {
        if (!asItShouldBe) {
            throw new UnexpectedException(message);
        }
    }
}
