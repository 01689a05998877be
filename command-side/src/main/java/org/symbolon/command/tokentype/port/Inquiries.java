package org.symbolon.command.tokentype.port;

import org.symbolon.command.tokentype.Inquiry;

/** Answers inquiries, while no lock and no database connection is held. */
public interface Inquiries {

    <A> A answer(Inquiry<A> inquiry);

    /** Takes back what an inquiry has caused outside, since it came to nothing; most have caused nothing. */
    default void takeBack(Inquiry<?> inquiry, Object answer) {}
}
