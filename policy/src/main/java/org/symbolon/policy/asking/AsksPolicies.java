package org.symbolon.policy.asking;

import java.util.List;
import org.symbolon.policy.action.Action;

/** Says which actions it asks policies about, so that it can be told what is in effect. */
public interface AsksPolicies {

    /** The actions, each once. */
    List<Action> asks();
}
