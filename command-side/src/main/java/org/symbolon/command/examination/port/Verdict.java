package org.symbolon.command.examination.port;

/** How it stands with something that was looked at, from good to bad. */
public enum Verdict {
    OK,
    /** It may be well or not: nobody can tell without doing what it is there for. */
    UNCHECKED,
    WARNING,
    FAILED
}
