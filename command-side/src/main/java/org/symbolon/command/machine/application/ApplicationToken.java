package org.symbolon.command.machine.application;

import java.util.Optional;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;

/**
 * What an application may know of the token that it is to use.
 *
 * @param type empty if no such type exists any more
 */
public record ApplicationToken(String serial, Optional<TokenType> type, TokenView view) {

    boolean isOfType(String name) {
        return type.map(TokenType::name).filter(name::equals).isPresent();
    }
}
