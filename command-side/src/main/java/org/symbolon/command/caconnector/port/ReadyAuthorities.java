package org.symbolon.command.caconnector.port;

import java.util.List;
import java.util.Optional;

/** The certificate authorities that administrators have defined, ready to be asked. */
public interface ReadyAuthorities {

    Optional<Authority> find(String name);

    /** The names of all connectors. */
    List<String> names();
}
