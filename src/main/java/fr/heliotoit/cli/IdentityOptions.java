package fr.heliotoit.cli;

import fr.heliotoit.app.Identity;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Logo, colours and site of the commune, for every command that makes papers. */
final class IdentityOptions {
    @Option(names = "--logo", paramLabel = "F", descriptionKey = "identity.logo")
    private @Nullable Path logo;

    @Option(names = "--colors", paramLabel = "#RRGGBB,#RRGGBB", descriptionKey = "identity.colors")
    private @Nullable String colors;

    @Option(names = "--site", paramLabel = "URL", descriptionKey = "identity.site")
    private @Nullable String site;

    /** Says how well the colours are read; fails when logo, colours or site are none. */
    Identity checked(PrintWriter err) throws Failure {
        Identity identity = new Identity(logo, colors, site);
        for (Message finding : identity.check()) {
            err.println(Texts.current().text(finding));
        }
        return identity;
    }
}
