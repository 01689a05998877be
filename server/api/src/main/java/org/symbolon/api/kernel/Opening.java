package org.symbolon.api.kernel;

/**
 * What is looked at of a request before the right that its route needs, such as how many tokens there may be: clients see its
 * refusal first.
 */
@FunctionalInterface
public interface Opening {

    /** Refuses the request, or says who handles it once the right is there. */
    Handler open(ApiRequest request);
}
