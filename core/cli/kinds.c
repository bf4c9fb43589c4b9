/* kinds.c: the kinds of findings as other programs list them. Knows roles and acts; no format. */
#include "kinds.h"

#define ASK                                                                                                            \
    "Say that the model generated the words, tell who prompted it and how, and say whether its maker confirms them. "  \
    "Any output from a generative AI tool should be treated as unvetted source material (AP, Standards around "        \
    "generative AI, 2023)."

const mp_kind mp_kinds[MP_KIND_COUNT] = {
    {MP_ROLE_SPOKESPERSON, MP_ACT_APOLOGY, "spokesperson/apology", "ModelQuotedAsSpokespersonApology",
     "A language model's words stand as an apology.",
     "A model cannot be sorry, and cannot apologise on anybody's behalf: the people who built and run it have not "
     "spoken. " ASK},
    {MP_ROLE_SPOKESPERSON, MP_ACT_ADMISSION, "spokesperson/admission", "ModelQuotedAsSpokespersonAdmission",
     "A language model's words stand as an admission.",
     "A model does not know what was done with it or why; it agrees with what the prompt puts to it. An admission is "
     "its maker's to make. " ASK},
    {MP_ROLE_SPOKESPERSON, MP_ACT_DENIAL, "spokesperson/denial", "ModelQuotedAsSpokespersonDenial",
     "A language model's words stand as a denial.",
     "A model does not know what was done with it; asked otherwise it may say the opposite. A denial is its maker's to "
     "make. " ASK},
    {MP_ROLE_SPOKESPERSON, MP_ACT_PROMISE, "spokesperson/promise", "ModelQuotedAsSpokespersonPromise",
     "A language model's words stand as a promise.",
     "A model can keep no promise, and binds nobody with one. What will be done is its maker's to say. " ASK},
    {MP_ROLE_SPOKESPERSON, MP_ACT_DEFIANCE, "spokesperson/defiance", "ModelQuotedAsSpokespersonDefiance",
     "A language model's words stand as defiance.",
     "A model has no stand to keep and nobody to defy; the tone is that of its prompt and its training. " ASK},
    {MP_ROLE_SPOKESPERSON, MP_ACT_EXPLANATION, "spokesperson/explanation", "ModelQuotedAsSpokespersonExplanation",
     "A language model's words stand as an explanation of its own conduct.",
     "A model cannot look into itself: what it says about its causes is a text about them, not knowledge of them. The "
     "explanation is its maker's to give. " ASK},
    {MP_ROLE_SPOKESPERSON, MP_ACT_OTHER, "spokesperson/other", "ModelQuotedAsSpokesperson",
     "A language model's words stand as an account of conduct, state or policy.",
     "Only those who built and run a model can answer for it. " ASK},
    {MP_ROLE_SOURCE, MP_ACT_NONE, "source", "ModelQuotedAsSource", "A language model's words stand as information.",
     "What a model says of the world may be right or made up, and the text does not show which. Go to the source of "
     "the "
     "fact, or say that the words are unchecked output. " ASK},
    {MP_ROLE_SAMPLE, MP_ACT_NONE, "sample", "ModelQuotedAsSample", "A language model's words are shown as a specimen.",
     "The page shows what a model puts out, which is fair where the prompt is told: the output depends on it. " ASK},
};

const mp_kind mp_wording_kind = {MP_ROLE_SAMPLE,
                                 MP_ACT_NONE,
                                 MP_WORDING_KIND,
                                 "WordingLendsModelAMind",
                                 "The article's own words lend a language model a mind.",
                                 "A model feels, wants and intends nothing, and has no voice of its own. Say what it "
                                 "does: it generates text, in reply to a prompt."};

size_t mp_kind_of(const mp_finding *finding) {
    for (size_t i = 0; i < MP_KIND_COUNT; i++)
        if (mp_kinds[i].role == finding->role &&
            (mp_kinds[i].act == finding->act || finding->role != MP_ROLE_SPOKESPERSON))
            return i;
    return MP_KIND_COUNT - 3; /* a spokesperson whose act is none of the above */
}
