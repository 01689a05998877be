package org.symbolon.api.kernel;

/** An answer in the words of another protocol: the value of the reply to one of {@link ForeignRequests} that raises an event. */
public interface ForeignAnswer {

    /** What a client over HTTP would be told, which is what event handlers look at. It is made when somebody asks. */
    Reply told();

    /** The answer when event handlers have made this of what would be told. It lets nobody in whom the answer does not let in without them. */
    ForeignAnswer after(Reply handled);
}
