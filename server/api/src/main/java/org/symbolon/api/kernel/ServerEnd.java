package org.symbolon.api.kernel;

/** Whether the server is about to stop, for handlers that take long and can end before. */
@FunctionalInterface
public interface ServerEnd {

    boolean isNear();
}
