package org.symbolon.command.token;

import java.util.List;
import org.symbolon.command.tokentype.Disclosure;

/** The answer to an enrolment: which token it became, and what the client is shown this once. */
public record Enrolled(String serial, String type, List<Disclosure> disclosures) {}
