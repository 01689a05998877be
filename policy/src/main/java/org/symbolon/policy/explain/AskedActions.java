package org.symbolon.policy.explain;

import java.util.List;
import org.symbolon.policy.action.Action;

/** Which actions policies are asked about where: what explains policies, and tries others, goes by it. */
public interface AskedActions {

    /** The names of all endpoints that policies act on, as {@code POST /token/init}, sorted. */
    List<String> endpoints();

    /** The actions that the endpoint asks policies about, in the order in which it does, each once. */
    List<Action> of(String endpoint);
}
