package org.symbolon.cli.kernel;

import java.io.IOException;

/** Knows whether a person looks on. */
final class Terminal {
    private Terminal() {}

    /** Java only tells whether standard output and input are both terminals, so the shell is asked. */
    static boolean isStandardError() {
        try {
            Process test = new ProcessBuilder("/bin/sh", "-c", "test -t 2")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return test.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
