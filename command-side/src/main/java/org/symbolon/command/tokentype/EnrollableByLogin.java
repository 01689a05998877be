package org.symbolon.command.tokentype;

import java.util.List;
import org.symbolon.command.secret.Secret;

/** A type of which a log-in can enrol a token on the way, and asks for the first value. */
public interface EnrollableByLogin {

    /** What a person is told. */
    String prompt();

    /** What is shown to him, as a picture. */
    Secret shown(List<Disclosure> disclosures);
}
