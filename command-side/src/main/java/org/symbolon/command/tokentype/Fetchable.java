package org.symbolon.command.tokentype;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/** A type whose tokens keep something sealed that their owners may fetch again, since it is of no use without their PIN. */
public interface Fetchable {

    /** What is shown, in the place of a mask, of a token that is looked at alone; by the names of its entries. */
    Map<String, Secret> fetched(TokenView token);
}
