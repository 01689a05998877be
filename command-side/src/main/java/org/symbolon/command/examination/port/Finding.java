package org.symbolon.command.examination.port;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** Something that was found out about what is defined, in words that hold no secret and nothing that another server said. */
public sealed interface Finding {

    /**
     * One that is judged already.
     *
     * @param words a sentence that says what is so and, where it is not well, what to do
     */
    record Said(Verdict verdict, String words) implements Finding {}

    /**
     * That something is good for a time, a certificate say; how soon its end counts as near is for whoever asks to say.
     *
     * @param what it is, as the beginning of a sentence
     * @param over what it means when that time is over
     */
    record Holds(String what, Instant from, Instant until, Verdict over) implements Finding {}

    static Finding ok(String words) {
        return new Said(Verdict.OK, words);
    }

    static Finding unchecked(String words) {
        return new Said(Verdict.UNCHECKED, words);
    }

    static Finding warning(String words) {
        return new Said(Verdict.WARNING, words);
    }

    static Finding failed(String words) {
        return new Said(Verdict.FAILED, words);
    }

    /** That of a certificate without which nothing goes. */
    static Finding certificate(String what, X509Certificate certificate) {
        return certificate(what, certificate, Verdict.FAILED);
    }

    static Finding certificate(String what, X509Certificate certificate, Verdict over) {
        return new Holds(
                what,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                over);
    }
}
