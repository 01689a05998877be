package org.symbolon.command.tokentype;

/**
 * What must be computed, or asked outside, before a type can decide: a value, equal to another that asks the same. The decision
 * asks the type again and takes an answer only where the inquiry is still the same.
 *
 * @param <A> what the answer is
 */
public interface Inquiry<A> {

    /** The class of its answers. */
    Class<A> answer();

    /** One that takes nobody outside to answer, but time. */
    interface Computed<A> extends Inquiry<A> {

        A compute();
    }
}
