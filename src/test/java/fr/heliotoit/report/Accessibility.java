package fr.heliotoit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a PDF: it must be PDF/UA-1 and PDF/A-2a. */
public final class Accessibility {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Accessibility() {}

    public static void check(byte[] pdf) throws Exception {
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertThat(result.getTestAssertions())
                        .as("%s", flavour)
                        .filteredOn(a -> a.getStatus() == TestAssertion.Status.FAILED)
                        .extracting(a -> a.getRuleId().getClause() + " " + a.getMessage())
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }
}
