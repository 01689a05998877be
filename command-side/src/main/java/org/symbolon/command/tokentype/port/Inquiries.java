package org.symbolon.command.tokentype.port;

import org.symbolon.command.tokentype.Inquiry;

/** Answers inquiries, while no lock and no database connection is held. */
public interface Inquiries {

    <A> A answer(Inquiry<A> inquiry);
}
