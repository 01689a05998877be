package org.symbolon.command.secret;

/**
 * What a new hash costs: a setting that may be raised, never lowered below the minimum that OWASP recommends (any of
 * its equivalent pairs of memory and iterations).
 */
public record Argon2Cost(int memoryKib, int iterations, int lanes) {

    /** The first of OWASP's equivalent minimums: 19 MiB, two iterations, one lane. */
    public static final Argon2Cost MINIMUM = new Argon2Cost(19_456, 2, 1);

    public Argon2Cost {
        if (!isStrongEnough(memoryKib, iterations)) {
            throw new IllegalArgumentException(
                    "Argon2id with m=%d, t=%d is weaker than the minimum m=19456, t=2 and all of its equivalents"
                            .formatted(memoryKib, iterations));
        }
        if (!new Argon2Work(memoryKib, iterations, lanes).isReasonable()) {
            throw new IllegalArgumentException(
                    "Argon2id with m=%d, t=%d, p=%d is impossible or takes more time and memory than a log-in may"
                            .formatted(memoryKib, iterations, lanes));
        }
    }

    Argon2Work work() {
        return new Argon2Work(memoryKib, iterations, lanes);
    }

    private static boolean isStrongEnough(int memoryKib, int iterations) {
        return atLeast(memoryKib, iterations, 47_104, 1)
                || atLeast(memoryKib, iterations, 19_456, 2)
                || atLeast(memoryKib, iterations, 12_288, 3)
                || atLeast(memoryKib, iterations, 9_216, 4)
                || atLeast(memoryKib, iterations, 7_168, 5);
    }

    private static boolean atLeast(int memoryKib, int iterations, int leastMemoryKib, int leastIterations) {
        return memoryKib >= leastMemoryKib && iterations >= leastIterations;
    }
}
