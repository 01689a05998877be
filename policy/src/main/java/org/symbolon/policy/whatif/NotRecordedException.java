package org.symbolon.policy.whatif;

/** What a policy wants to know is not recorded of a request of the past. */
final class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecordedException() {
        super("This is not recorded", null, false, false);
    }
}
