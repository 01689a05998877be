package org.symbolon.api.kernel;

/** How a log-in ended, as far as one has to count it. */
public enum LoginEnd {
    ACCEPTED,
    REFUSED,
    /** It goes on with the answer to a question. */
    CHALLENGED
}
