/// The style and the script of exported pages; their hashes stand in the page's content policy.
enum HTMLAssets {
  static let style = """
    :root{--unread:#d7d7d2;--read:#8fa3b0;--agreed:#3f8f5f;--question:#c98a1b;--problem:#b83a3a;\
    --notours:#7a7a7a;--line:#d0d0ca}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:72rem;padding:1.5rem;color:#1c1c1c;background:#fff;\
    font:16px/1.75 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
    h1,h2,h3,aside,.charts,.controls{font-family:"Noto Sans CJK SC","Source Han Sans SC",\
    "PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",sans-serif}
    h1{font-size:1.6rem;margin:0}
    header p{margin:.25rem 0 1rem;color:#555}
    h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-bottom:2px solid #1c1c1c}
    h3{font-size:1rem;margin:1.5rem 0 .25rem;color:#444}
    p{margin:0 0 .25rem;overflow-wrap:anywhere}
    .charts{font-size:.85rem}
    .charts table{width:100%;border-collapse:collapse;margin:0 0 1rem}
    .charts caption{text-align:left;font-weight:bold}
    .charts th{width:40%;text-align:left;font-weight:normal;padding-right:.75rem}
    .charts caption span{margin-left:.75rem;font-weight:normal;color:#555}
    .charts .whole th{font-weight:bold}
    .bar svg{display:block;width:100%;height:.9rem}
    .number{width:4.5rem;text-align:right;font-variant-numeric:tabular-nums}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:0 0 .5rem;padding:0}
    .legend svg{margin-right:.35rem}
    rect.unread{fill:var(--unread)}rect.read{fill:var(--read)}rect.agreed{fill:var(--agreed)}
    rect.question{fill:var(--question)}rect.problem{fill:var(--problem)}rect.notours{fill:var(--notours)}
    .controls{position:sticky;top:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding:.5rem 0;\
    background:#fff;border-bottom:1px solid var(--line);font-size:.9rem}
    .controls[hidden]{display:none}
    select,input{font:inherit}
    article{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:1.5rem;padding:.75rem 0;\
    border-bottom:1px solid var(--line)}
    article[hidden]{display:none}
    aside{font-size:.85rem;line-height:1.6}
    .reference,.duties,time{color:#666}
    .duties{font-size:.85rem}
    .mark{border-left:3px solid var(--line);padding-left:.75rem;margin:0 0 .5rem}
    .mark.read{border-color:var(--read)}.mark.agreed{border-color:var(--agreed)}
    .mark.question{border-color:var(--question)}.mark.problem{border-color:var(--problem)}
    .state{font-weight:bold}
    .state.agreed{color:var(--agreed)}.state.question{color:#946410}.state.problem{color:var(--problem)}
    .state.unread,.state.notours{color:#666;font-weight:normal}
    .note{white-space:pre-wrap}
    .tag{color:#305a8c}
    .then{color:#666}
    @media (max-width:48rem){article{grid-template-columns:1fr;gap:.25rem}}
    .marks{color:var(--problem)}
    @page{size:A4;margin:16mm 14mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);\
    font-size:9pt;color:#666}}
    .brief{display:none}
    @media print{.brief{display:block}.brief~main{display:none}.whole .brief~main{display:block}
    body:not(.whole) .charts tr:not(.whole){display:none}
    body{max-width:none;padding:0;font-size:10.5pt;line-height:1.6}
    .controls{display:none}h2,h3{break-after:avoid}
    article{grid-template-columns:minmax(0,1fr) 58mm;gap:6mm}
    .mark,.charts table{break-inside:avoid}p{orphans:2;widows:2}
    svg,rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """

  static let script = """
    "use strict";(function(){
    var form=document.getElementById("controls"),department=document.getElementById("department"),
    state=document.getElementById("state"),remarks=document.getElementById("remarks"),
    shown=document.getElementById("shown"),articles=document.querySelectorAll("article"),
    whole=document.getElementById("whole"),all=document.querySelectorAll("main article").length,
    headings=document.querySelectorAll("main h2,main h3,.brief h2");
    function has(list,value){return value===""||list.indexOf(" "+value+" ")>=0}
    function apply(){var count=0,i,a;
    for(i=0;i<articles.length;i++){a=articles[i];
    a.hidden=!(has(a.dataset.departments,department.value)&&has(a.dataset.states,state.value)&&
    (!remarks.checked||a.dataset.remark==="1"));if(!a.hidden&&a.parentNode.tagName==="MAIN")count++}
    for(i=0;i<headings.length;i++){var h=headings[i],next=h.nextElementSibling,any=false;
    while(next&&next.tagName!=="H2"&&!(h.tagName==="H3"&&next.tagName==="H3")){
    if(next.tagName==="ARTICLE"&&!next.hidden){any=true;break}next=next.nextElementSibling}
    h.hidden=!any}
    document.body.className=whole.checked?"whole":"";
    shown.textContent=count+"/"+all}
    function choose(select,name){var i;
    for(i=0;i<select.options.length;i++){if(select.options[i].text===name||select.options[i].value===name){
    select.selectedIndex=i;return}}}
    function read(){var parts=location.hash.slice(1).split("&"),i,pair,value;
    for(i=0;i<parts.length;i++){pair=parts[i].split("=");value=pair[1]||"";
    try{value=decodeURIComponent(value)}catch(error){continue}
    if(pair[0]==="department")choose(department,value);
    if(pair[0]==="state")choose(state,value);
    if(pair[0]==="remarks")remarks.checked=value==="1"}
    apply()}
    form.addEventListener("change",apply);
    window.addEventListener("hashchange",read);
    form.addEventListener("submit",function(event){event.preventDefault()});
    form.hidden=false;read()})();
    """
}

/// Base64 of RFC 4648.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = group.reduce(0) { $0 << 8 | Int($1) }
      value <<= 8 * (3 - group.count)
      for place in 0..<4 {
        result.append(
          place <= group.count ? alphabet[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
