package org.symbolon.policy.action;

/** What an action is given in a policy. Policies keep texts whatever the kind is: whoever reads one makes a number of it. */
public enum Kind {
    /** Nothing: it is named, or it is not. */
    FLAG("bool"),
    NUMBER("int"),
    /** One value. */
    STRING("str"),
    /** Several values with blanks between them. */
    WORDS("str"),
    /** A text of several lines. */
    TEXT("text");

    private final String wire;

    Kind(String wire) {
        this.wire = wire;
    }

    /** The name in the definitions. */
    public String wire() {
        return wire;
    }
}
