package org.symbolon.api.kernel;

/** Gives their turns to those who listen to the event that a request raises: before it is worked on, and after. */
public interface HandledEvents {

    /** What is left to do of a request. */
    @FunctionalInterface
    interface Turn {

        /** Nobody listens. */
        Turn NOBODYS = reply -> reply;

        /**
         * Gives their turns to those who come after the request, which may change its answer.
         *
         * @throws ApiException if one of them refuses what has happened already
         */
        Reply after(Reply reply);
    }

    /**
     * Gives their turns to those who come before the request, which may change what it asks for. Where it goes on after it was put off
     * they had them.
     *
     * @throws ApiException if one of them refuses it
     */
    Turn before(ApiRequest request);
}
