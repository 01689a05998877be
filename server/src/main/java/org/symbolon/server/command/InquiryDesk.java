package org.symbolon.server.command;

import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.port.Inquiries;

/** Answers the inquiries of token types: at present only those that take nothing but time. */
final class InquiryDesk implements Inquiries {

    @Override
    public <A> A answer(Inquiry<A> inquiry) {
        if (inquiry instanceof Inquiry.Computed<A> computed) {
            return computed.compute();
        }
        throw new IllegalStateException("Nobody answers a " + inquiry.getClass().getSimpleName());
    }
}
