package org.symbolon.command.examination.port;

import java.util.List;

/** One kind of things that can be looked at, for instance mail servers. */
public interface Examination {

    /** The kind, in the word that clients and operators use. */
    String kind();

    /** All of the kind that there are. To tell them takes no longer than to read the database. */
    List<Subject> subjects();
}
