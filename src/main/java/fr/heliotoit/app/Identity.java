package fr.heliotoit.app;

import fr.heliotoit.report.Brand;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of the commune on its papers.
 *
 * @param logo PNG, JPEG or SVG; null for none
 * @param colours two colours such as {@code #003366,#8a5a00}; null for the product's own
 * @param site address where the inhabitants find out more; null for none
 */
public record Identity(
        @Nullable Path logo,
        @Nullable String colours,
        @Nullable String site) {
    /** No logo, the product's own colours, no site. */
    public static final Identity NONE = new Identity(null, null, null);

    /**
     * Whether the colours are read well on white, a sentence for each; empty when none were given.
     *
     * @throws Failure when the logo, a colour or the address is none
     */
    public List<Message> check() throws Failure {
        Brand brand = brand();
        return colours == null ? List.of() : brand.contrastFindings();
    }

    Brand brand() throws Failure {
        return Brand.of(logo, colours, site);
    }
}
