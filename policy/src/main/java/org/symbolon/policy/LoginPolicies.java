package org.symbolon.policy;

/** What policies say about log-ins. Each log-in asks once: what is answered holds for its decision and for its answer. */
@FunctionalInterface
public interface LoginPolicies {

    AskedLogin ask(LoginQuestion question);
}
